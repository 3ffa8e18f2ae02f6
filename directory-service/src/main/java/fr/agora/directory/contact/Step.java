package fr.agora.directory.contact;

/** The steps of the chain, in the order they are walked; the last is there when nobody at all is appointed. */
public enum Step {
    /** The organisation itself. */
    OWN,
    /** What stands above it, the nearest first. */
    ANCESTOR,
    /** A relay of the same ministry for the department, then for the region. */
    TERRITORY,
    /** The regional data officer. */
    REGION,
    /** The AMDACs of the supervising ministries. */
    MINISTRY,
    /** The AGD. */
    STATE,
    /** Etalab's support, by the settings. */
    SUPPORT
}
