package fr.agora.jobs.reference;

/**
 * A word of a vocabulary, or one made from what somebody wrote.
 *
 * @param label in French
 */
public record Term(String code, String label) {}
