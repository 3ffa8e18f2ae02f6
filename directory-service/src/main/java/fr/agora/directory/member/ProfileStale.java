package fr.agora.directory.member;

/** Nobody has confirmed this profile for eighteen months: its mandates are no longer offered as contacts. */
public record ProfileStale(String memberId) {}
