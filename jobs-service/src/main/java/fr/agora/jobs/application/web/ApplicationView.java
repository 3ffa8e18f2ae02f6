package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.Stage;
import fr.agora.jobs.application.StageStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API tells it to its two sides.
 *
 * @param candidate name, absent once withdrawn
 * @param cv absent once withdrawn
 * @param history the first step first
 */
record ApplicationView(
        String id,
        String offerId,
        String offerTitle,
        @Nullable String candidate,
        Stage stage,
        Instant receivedAt,
        @Nullable String message,
        @Nullable File cv,
        boolean relayed,
        boolean recommended,
        List<StageStep> history) {

    /** @param type media type, by its content */
    record File(String name, String type, long size) {}

    static ApplicationView of(Application application) {
        return new ApplicationView(
                application.id(),
                application.offerId(),
                application.offerTitle(),
                application.name(),
                application.stage(),
                application.receivedAt(),
                application.message(),
                application.cv() == null
                        ? null
                        : new File(
                                application.cv().name(),
                                application.cv().type().media(),
                                application.cv().size()),
                application.isRelayed(),
                application.referral() != null,
                application.history());
    }
}
