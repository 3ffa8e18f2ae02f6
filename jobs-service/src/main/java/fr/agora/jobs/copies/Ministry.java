package fr.agora.jobs.copies;

/** A ministry an organisation answers to. */
public record Ministry(String id, String name) {}
