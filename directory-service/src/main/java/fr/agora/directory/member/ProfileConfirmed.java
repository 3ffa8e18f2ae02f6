package fr.agora.directory.member;

/** The person of a stale profile has confirmed it again. */
public record ProfileConfirmed(String memberId) {}
