package fr.agora.directory.member;

/** How far a skill goes, as its holder says. */
public enum Level {
    NOTIONS,
    AUTONOMOUS,
    EXPERT
}
