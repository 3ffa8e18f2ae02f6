package fr.agora.jobs.recruiter;

/** What a mandate lets somebody do. */
public enum RecruiterMandateKind {
    /** Publish offers for an organisation; brings the role {@code recruiter}. */
    RECRUITER,
    /** Filière RH du numérique: sees the tension board of all offers; brings no role. */
    HR_NETWORK
}
