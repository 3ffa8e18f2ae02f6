package fr.agora.jobs.offer;

/** Who may read a published offer; networks and private offers only come from imports yet. */
public enum Visibility {
    PUBLIC,
    AGENTS,
    NETWORK,
    ME
}
