package fr.agora.directory.moderation;

import fr.agora.platform.moderation.ReportReason;
import fr.agora.platform.ui.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as moderators see it; who reported or decided is not in it.
 *
 * @param title empty where the profile was erased
 * @param reasons how often each was given, the most frequent first
 * @param hidden whether the item is hidden now
 * @param since day it was opened, contested or closed
 * @param refusal text key of why the reader may not decide it, absent where they may
 */
public record CaseView(
        String id,
        ItemKind kind,
        String title,
        String url,
        boolean open,
        boolean contested,
        boolean hidden,
        String since,
        int reportCount,
        List<String> reasons,
        List<Line> reports,
        List<Line> steps,
        @Nullable Line contest,
        List<Decision> choices,
        @Nullable String refusal) {

    /** @param what in words */
    public record Line(String what, @Nullable String text, String day) {}

    static CaseView of(ModerationCase one, @Nullable ModerationProblem refusal, Page page) {
        ModerationCase.Contest contest = one.contest();
        return new CaseView(
                one.id(),
                one.item().kind(),
                one.item().title(),
                one.item().url(),
                one.state() == ModerationCase.State.OPEN,
                one.isContested(),
                one.isHidden(),
                page.date(one.since()),
                one.reports().size(),
                reasons(one, page),
                one.reports().stream()
                        .map(report -> new Line(
                                page.t("report.reason." + report.reason()), report.text(), page.date(report.at())))
                        .toList(),
                one.steps().stream()
                        .map(step -> new Line(
                                page.t("moderation.decided." + step.decision()), step.motive(), page.date(step.at())))
                        .toList(),
                contest == null
                        ? null
                        : new Line(page.t("moderation.contest.said"), contest.text(), page.date(contest.at())),
                refusal == null ? one.choices() : List.of(),
                refusal == null || refusal == ModerationProblem.CASE_CLOSED ? null : "moderation.refusal." + refusal);
    }

    private static List<String> reasons(ModerationCase one, Page page) {
        Map<ReportReason, Integer> counted = new EnumMap<>(ReportReason.class);
        one.reports().forEach(report -> counted.merge(report.reason(), 1, Integer::sum));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<ReportReason, Integer>comparingByValue().reversed())
                .map(each -> page.t("report.reason." + each.getKey()) + " (" + page.number(each.getValue()) + ")")
                .toList();
    }
}
