package fr.agora.directory.identity;

/** The account no longer opens anything: what its person could do by it stops now. It may come twice. */
public record AccountDisabled(String accountId) {}
