package fr.agora.jobs.recruiter;

/** What the identity server has been told of a mandate's role. */
public enum RoleStanding {
    /** Nothing is to be told. */
    NONE,
    TO_GRANT,
    GRANTED,
    TO_REMOVE,
    REMOVED
}
