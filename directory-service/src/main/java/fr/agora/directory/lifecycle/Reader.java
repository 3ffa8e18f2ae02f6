package fr.agora.directory.lifecycle;

import fr.agora.platform.security.CurrentUser;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, and which networks they belong to.
 *
 * @param account absent for a visitor
 * @param networks of the reader's own profile, by code
 */
public record Reader(@Nullable CurrentUser account, Set<String> networks) {

    private static final Reader VISITOR = new Reader(null, Set.of());

    public Reader {
        networks = Set.copyOf(networks);
    }

    public static Reader visitor() {
        return VISITOR;
    }

    public Optional<CurrentUser> user() {
        return Optional.ofNullable(account);
    }

    /** @param others networks of the person whose item it is */
    public boolean mayRead(Visibility visibility, Collection<String> others) {
        return Visibility.readableBy(user()).contains(visibility)
                || (visibility == Visibility.NETWORK && !Collections.disjoint(networks, others));
    }
}
