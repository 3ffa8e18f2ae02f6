package fr.agora.directory.coverage;

/** How an organisation is covered. */
public enum Covered {
    /** By a relay of its own. */
    RELAY,
    /** By the relay of something above it, whose perimeter holds it. */
    ABOVE,
    GAP
}
