package fr.agora.jobs.recruiter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a mandate's life, with the reason given for it. */
public record RecruiterMandateStep(
        Instant at,
        RecruiterMandateState state,
        Quality by,
        @Nullable String reason) {

    /** In which quality somebody acted. */
    public enum Quality {
        HOLDER,
        /** AMDAC of the ministry, or an accepted delegate. */
        DATA_OFFICER,
        RELAY,
        MODERATOR,
        /** Its last day was past. */
        CALENDAR,
        /** The holder asked to be erased. */
        ERASURE
    }
}
