package fr.agora.directory.identity;

/** An account that was disabled opens again. It may come twice. */
public record AccountEnabled(String accountId) {}
