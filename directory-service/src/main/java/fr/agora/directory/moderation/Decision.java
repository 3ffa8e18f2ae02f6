package fr.agora.directory.moderation;

/** What a moderator makes of a case. */
public enum Decision {
    /** The item stays as it is. */
    KEPT,
    /** It stays, and its author is asked to change it. */
    TO_MEND,
    /** Nobody sees it any more but its author, who cannot put it back, and moderators. */
    HIDDEN,
    /** The author contested, and it stays as decided. */
    UPHELD,
    /** The author contested and is right, or has mended what was taken down: as if it had been kept. */
    REVERSED;

    /** Whether it asks something of the author, who may contest it. */
    boolean isAgainst() {
        return this == TO_MEND || this == HIDDEN;
    }
}
