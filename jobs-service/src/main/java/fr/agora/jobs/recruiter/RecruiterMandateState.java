package fr.agora.jobs.recruiter;

/** Where a mandate stands. */
public enum RecruiterMandateState {
    REQUESTED,
    GRANTED,
    REFUSED,
    /** Given up by its holder or taken back. */
    WITHDRAWN,
    /** Its last day is past. */
    EXPIRED
}
