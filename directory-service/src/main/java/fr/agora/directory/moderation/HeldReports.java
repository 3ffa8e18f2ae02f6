package fr.agora.directory.moderation;

import fr.agora.directory.privacy.HeldData;
import fr.agora.platform.moderation.ReportReason;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person reported, for the export they may ask for; what is reported about them is told by notices. */
@Component
class HeldReports implements HeldData {

    private final ModerationCases cases;

    HeldReports(ModerationCases cases) {
        this.cases = cases;
    }

    record Made(String url, ReportReason reason, @Nullable String text, Instant at) {}

    @Override
    public String kind() {
        return "reportsMade";
    }

    @Override
    public void forEachOf(String accountId, @Nullable String memberId, Consumer<Object> sink) {
        cases.eachReportedBy(
                accountId,
                found -> found.reports().stream()
                        .filter(report -> report.by().equals(accountId))
                        .forEach(report -> sink.accept(
                                new Made(found.item().url(), report.reason(), report.text(), report.at()))));
    }
}
