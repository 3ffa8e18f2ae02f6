package fr.agora.directory.member;

/** What somebody may do with a profile. */
public enum Standing {
    READER,
    MODERATOR,
    ADMIN,
    OWNER
}
