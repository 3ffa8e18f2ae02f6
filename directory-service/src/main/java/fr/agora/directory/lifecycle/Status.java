package fr.agora.directory.lifecycle;

/** Where an item stands between its author and its readers. */
public enum Status {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
