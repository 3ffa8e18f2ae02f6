package fr.agora.projects.copies;

/** A ministry an organisation answers to. */
public record Ministry(String id, String name) {}
