package fr.agora.projects.replicability;

/** What a review looks at; each is scored 0 (no), 1 (partly) or 2 (yes). */
public enum Criterion {
    OPEN_CODE,
    LICENCE,
    DOCUMENTATION,
    DATA_ELSEWHERE,
    LOCAL_SYSTEM,
    LEGAL_BASIS,
    DPIA_SHARED,
    HOSTING,
    SKILLS,
    CONTACT;

    /** Best score of one criterion. */
    public static final int BEST = 2;

    /** Nobody else may or can start without these. */
    boolean isEssential() {
        return this == LICENCE || this == DATA_ELSEWHERE || this == LEGAL_BASIS;
    }
}
