package fr.agora.directory.site;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for an organisation by a mandate of its own.
 *
 * @param name absent where the reader may not see the holder's profile, like its address
 * @param contact path of the contact's page
 */
public record Answering(
        String role, @Nullable String name, @Nullable String profile, String contact) {}
