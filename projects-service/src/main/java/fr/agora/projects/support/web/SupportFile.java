package fr.agora.projects.support.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.projects.support.Department;
import fr.agora.projects.support.PublicationStep;
import fr.agora.projects.support.SecurityChecklist;
import fr.agora.projects.support.SupportNeed;
import fr.agora.projects.support.SupportRequest;
import fr.agora.projects.support.SupportState;
import fr.agora.projects.support.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One file as one of its readers sees it. */
public record SupportFile(
        SupportRequest request,
        Voice you,
        String organization,
        String colour,
        List<Line> thread,
        List<Line> history,
        List<Step> steps,
        @Nullable SecurityChecklist checklist) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Something said or reached, by whom in what capacity, on what day. */
    public record Line(String who, String when, String text, boolean own) {}

    /** @param when null while it is not done */
    public record Step(PublicationStep step, @Nullable String when) {}

    static SupportFile of(
            SupportRequest request,
            Voice you,
            CurrentUser reader,
            String organization,
            @Nullable SecurityChecklist checklist,
            Page page) {
        return new SupportFile(
                request,
                you,
                organization,
                SupportCard.colour(request),
                request.thread().stream()
                        .map(each -> new Line(
                                page.t("support.voice." + each.voice()),
                                day(each.at(), page),
                                each.text(),
                                Objects.equals(each.account(), reader.accountId())))
                        .toList(),
                request.history().stream()
                        .map(each -> new Line(
                                page.t("support.voice." + each.voice()),
                                day(each.at(), page),
                                page.t("support.state." + each.state()),
                                false))
                        .toList(),
                request.needs().contains(SupportNeed.PUBLICATION)
                        ? Arrays.stream(PublicationStep.values())
                                .map(step -> new Step(
                                        step,
                                        request.steps().containsKey(step)
                                                ? day(
                                                        Objects.requireNonNull(
                                                                request.steps().get(step)),
                                                        page)
                                                : null))
                                .toList()
                        : List.of(),
                checklist);
    }

    public boolean goesOn() {
        return !request.state().isOver();
    }

    public boolean mayDecide() {
        return you == Voice.DESK && goesOn();
    }

    public boolean mayStart() {
        return mayDecide() && request.state() == SupportState.QUALIFIED;
    }

    public boolean mayClose() {
        return mayDecide() && request.state() != SupportState.RECEIVED;
    }

    public String needs(Page page) {
        return request.needs().stream()
                .sorted()
                .map(need -> page.t("support.need." + need))
                .collect(Collectors.joining(", "));
    }

    public @Nullable String departments(Page page) {
        return request.departments().isEmpty()
                ? null
                : request.departments().stream()
                        .sorted()
                        .map(each -> page.t("support.department." + each))
                        .collect(Collectors.joining(", "));
    }

    public List<Choice> departmentChoices(Page page) {
        return Arrays.stream(Department.values())
                .map(each -> Choice.of(each.name(), page.t("support.department." + each)))
                .toList();
    }

    private static String day(Instant moment, Page page) {
        return page.date(LocalDate.ofInstant(moment, PARIS));
    }
}
