package fr.agora.platform.text;

/** A code of a vocabulary with the words people read. */
public record Labelled(String code, String label) {}
