package fr.agora.search.index;

/**
 * A change the index will never take, whatever the number of attempts.
 *
 * @param key kind and id
 * @param reason the engine's words, which quote no content
 */
public record Refused(String key, String reason) {}
