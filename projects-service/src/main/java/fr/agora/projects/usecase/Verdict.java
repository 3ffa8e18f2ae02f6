package fr.agora.projects.usecase;

/** Whether others can do the same elsewhere, as a review found. */
public enum Verdict {
    REPLICABLE,
    WITH_CONDITIONS,
    NOT_REPLICABLE
}
