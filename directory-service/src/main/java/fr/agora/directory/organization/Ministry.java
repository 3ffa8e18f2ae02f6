package fr.agora.directory.organization;

/** A ministry above an organisation. */
public record Ministry(String id, String name) {}
