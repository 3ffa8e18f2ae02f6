package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Choice;
import java.util.List;

/**
 * The form of a new or stored use case.
 *
 * @param action where it is sent
 * @param cancel where giving up leads
 * @param published whether others see it already, so that saving is telling
 * @param considered what the author was shown first; asked about in the form of a new use case only
 * @param rows how many organisations, themes, territories, indicators and bricks can be given
 */
public record UseCaseFormPage(
        String heading,
        String action,
        String cancel,
        boolean published,
        Rows rows,
        List<Choice> phases,
        List<Choice> organizations,
        List<Choice> themes,
        List<Choice> territories,
        List<Choice> kinds,
        List<Choice> accesses,
        List<Choice> maintainers,
        List<Choice> visibilities,
        String today,
        List<Existing> considered) {

    /** A use case that was shown before this one is written. */
    public record Existing(String id, String title, String url) {}

    /** How many of each list the form has room for. */
    public record Rows(int organizations, int themes, int territories, int indicators, int blocks) {}
}
