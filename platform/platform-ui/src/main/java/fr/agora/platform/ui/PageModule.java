package fr.agora.platform.ui;

/**
 * Pages a shared jar brings to whichever application has it; declared as a bean.
 *
 * @param templates Java package of its compiled templates, the {@code packageName} of its pom
 * @param texts base name of its message bundle, with slashes
 */
public record PageModule(String templates, String texts) {}
