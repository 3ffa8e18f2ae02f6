package fr.agora.jobs.reference;

/**
 * A place.
 *
 * @param code {@code REG-11}, {@code DEP-75} or {@code COM-75056}
 */
public record Territory(String code, String label) {}
