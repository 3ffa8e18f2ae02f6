package fr.agora.projects.theme;

/**
 * A theme in figures.
 *
 * @param reuses confirmed ones
 */
public record ThemeRow(String code, String label, long useCases, long bricks, long reuses) {}
