package fr.agora.directory.importing;

/** What a file holds. */
public enum ImportKind {
    ORGANIZATIONS,
    MEMBERS
}
