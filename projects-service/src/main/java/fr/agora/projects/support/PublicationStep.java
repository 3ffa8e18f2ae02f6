package fr.agora.projects.support;

/** The way of an open dataset or API to its listing on data.gouv.fr; the listing itself is the last step. */
public enum PublicationStep {
    INVENTORY,
    RIGHTS,
    QUALITY,
    FORMAT,
    DOCUMENTATION,
    LICENCE,
    UPDATES
}
