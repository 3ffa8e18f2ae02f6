package fr.agora.platform.ui;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The logged-in person a page is shown to.
 *
 * @param name shown in the header; never log it
 * @param roles as in the token: {@code member}, {@code recruiter}, {@code moderator}, {@code admin}
 */
public record Visitor(
        String accountId, String name, @Nullable String organization, Set<String> roles) {

    public Visitor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "Visitor[" + accountId + "]";
    }
}
