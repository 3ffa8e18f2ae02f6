package fr.agora.platform.moderation;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets reports nobody ever decided, when the queue has forgotten them too. */
final class ReportRetention {

    private static final Duration KEPT = Duration.ofDays(365);

    private final ToldReports reports;
    private final Clock clock;

    ReportRetention(ToldReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${agora.moderation.sweep:6h}",
            initialDelayString = "${agora.moderation.first-sweep:10m}")
    void forgetOld() {
        reports.forgetBefore(clock.instant().minus(KEPT));
    }
}
