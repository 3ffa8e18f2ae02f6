package fr.agora.projects.usecase;

/** How one gets hold of a brick. */
public enum BlockAccess {
    OPEN,
    ON_REQUEST,
    INTERNAL
}
