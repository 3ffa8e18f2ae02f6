package fr.agora.directory.privacy;

import java.util.List;

/**
 * Another part of the platform that may hold something of a person; an erasure reaches it by a fact, or is named where
 * it does not.
 *
 * @param service as the pages name it in the texts {@code data.elsewhere.<service>}
 * @param holds what it may keep
 * @param erasedWithProfile whether the erasure here reaches it
 */
public record Elsewhere(String service, String holds, boolean erasedWithProfile) {

    /** @param accountGoes whether the login account is removed with the profile */
    public static List<Elsewhere> all(boolean accountGoes) {
        return List.of(
                new Elsewhere("projects", "use cases written, credits, reuses, requests", true),
                new Elsewhere("jobs", "applications, offers written, talent profile, recruiter mandates", true),
                new Elsewhere("search", "index entry, saved searches, follows", true),
                new Elsewhere("identity", "account: name, e-mail, last logins", accountGoes));
    }

    /** The words a page says of it. */
    public String text() {
        return service.equals("identity") && erasedWithProfile
                ? "data.elsewhere.identity.goes"
                : "data.elsewhere." + service;
    }
}
