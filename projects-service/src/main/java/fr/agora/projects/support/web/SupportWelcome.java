package fr.agora.projects.support.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What support is, and one's own files. */
public record SupportWelcome(
        List<SupportCard> mine, @Nullable String next, boolean loggedIn, boolean hasDesk) {}
