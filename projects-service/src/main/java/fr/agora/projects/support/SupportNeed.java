package fr.agora.projects.support;

/** What support may be asked for; several at once are usual. */
public enum SupportNeed {
    LEGAL,
    TECHNICAL,
    HOSTING,
    FUNDING,
    SECURITY,
    DATA,
    PUBLICATION
}
