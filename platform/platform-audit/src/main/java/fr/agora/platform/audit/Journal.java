package fr.agora.platform.audit;

/**
 * The journal of one service.
 *
 * @param service its name among owners of facts; the page calls it by the text {@code audit.journal.<service>}
 * @param path of its page
 */
public record Journal(String service, String path) {}
