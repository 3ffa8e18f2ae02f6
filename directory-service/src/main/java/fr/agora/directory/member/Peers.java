package fr.agora.directory.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some peers, the best first; never none while the directory shows anybody.
 *
 * @param exact whether the first of all had everything that was asked
 * @param next cursor of those after, absent at the end
 */
public record Peers(
        List<Peer> items, boolean exact, @Nullable String next) {}
