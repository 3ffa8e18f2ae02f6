package fr.agora.projects.usecase;

/** Who may read a published use case; networks and private ones only come from imports yet. */
public enum Visibility {
    PUBLIC,
    AGENTS,
    NETWORK,
    ME
}
