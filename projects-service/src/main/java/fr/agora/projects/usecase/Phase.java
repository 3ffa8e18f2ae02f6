package fr.agora.projects.usecase;

/** How far a use case has come. */
public enum Phase {
    IDEA,
    IN_PROGRESS,
    LIVE,
    /** Held up as an example: moderators say so, never its author. */
    REFERENCE,
    TRANSFERRED,
    STOPPED
}
