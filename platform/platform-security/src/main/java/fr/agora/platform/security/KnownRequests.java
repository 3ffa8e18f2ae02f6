package fr.agora.platform.security;

import jakarta.servlet.Filter;

/**
 * Declares, as a bean, a filter that runs once it is known who asks, around everything that may refuse the request; it
 * sees the answer, whoever gave it.
 *
 * @param filter not a bean of its own: the container would run it once more, before anybody is known
 */
public record KnownRequests(Filter filter) {}
