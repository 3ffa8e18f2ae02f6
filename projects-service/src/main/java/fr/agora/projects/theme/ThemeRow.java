package fr.agora.projects.theme;

/**
 * A theme in figures.
 *
 * @param reuses confirmed ones
 * @param funded whole euros the funding window gave to its use cases
 */
public record ThemeRow(String code, String label, long useCases, long bricks, long reuses, long funded) {}
