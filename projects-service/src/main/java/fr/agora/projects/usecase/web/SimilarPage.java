package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Choice;
import java.util.List;

/**
 * What exists already, before a new use case is written.
 *
 * @param asked whether something was typed, so that an empty list means something
 * @param search address of the same question to the search of the whole platform
 * @param onward where the form of the new one is
 */
public record SimilarPage(boolean asked, List<Similar> found, List<Choice> themes, String search, String onward) {

    /**
     * One that exists.
     *
     * @param reuse where its reuse is declared
     */
    public record Similar(UseCaseCard useCase, String reuse) {}
}
