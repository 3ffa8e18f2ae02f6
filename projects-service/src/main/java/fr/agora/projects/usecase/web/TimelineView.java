package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseChange;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a use case's life with their days, and those the reader may take now.
 *
 * @param next what may come next; empty for most readers
 * @param least the earliest day the next step may have
 */
public record TimelineView(List<Step> steps, List<Choice> next, String least, String today) {

    /**
     * One step.
     *
     * @param on the day, in words
     * @param date the same for machines
     */
    public record Step(String phase, String colour, String on, String date, boolean present) {}

    static TimelineView of(UseCase useCase, List<Phase> open, String today, Page page) {
        List<PhaseChange> history = useCase.history();
        int last = history.size() - 1;
        return new TimelineView(
                IntStream.rangeClosed(0, last)
                        .mapToObj(index -> step(history.get(index), index == last, page))
                        .toList(),
                open.stream()
                        .map(phase -> Choice.of(phase.name(), page.t("phase." + phase)))
                        .toList(),
                history.getLast().on().toString(),
                today);
    }

    private static Step step(PhaseChange change, boolean present, Page page) {
        return new Step(
                page.t("phase." + change.phase()),
                UseCaseCard.colour(change.phase()),
                page.date(change.on()),
                change.on().toString(),
                present);
    }
}
