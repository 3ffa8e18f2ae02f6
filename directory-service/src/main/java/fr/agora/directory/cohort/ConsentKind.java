package fr.agora.directory.cohort;

/** Two questions, asked apart. */
public enum ConsentKind {
    /** To be approached by recruiters. */
    RECRUITMENT,
    /** To be asked to pass offers on. */
    RELAY
}
