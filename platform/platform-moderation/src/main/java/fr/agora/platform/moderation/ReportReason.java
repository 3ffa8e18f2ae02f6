package fr.agora.platform.moderation;

/** Why somebody finds an item out of place. */
public enum ReportReason {
    UNLAWFUL,
    PERSONAL_DATA,
    RUDE,
    MISLEADING,
    ADVERTISING,
    OTHER
}
