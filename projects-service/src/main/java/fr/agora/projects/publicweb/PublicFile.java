package fr.agora.projects.publicweb;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What was fetched.
 *
 * @param address where it was in the end
 */
public record PublicFile(URI address, String text) {

    static PublicFile of(URI address, byte[] bytes) {
        return new PublicFile(address, new String(bytes, StandardCharsets.UTF_8));
    }
}
