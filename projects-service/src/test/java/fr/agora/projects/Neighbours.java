package fr.agora.projects;

import org.jspecify.annotations.Nullable;

/** Facts of the directory as tests tell them: organisations, mandates, members. */
final class Neighbours {

    static final String ORGANIZATION = "agora.directory.organization-published.v1";
    static final String MANDATE = "agora.directory.mandate-published.v1";
    static final String MEMBER = "agora.directory.member-published.v1";
    static final String ERASED = "agora.directory.member-erased.v1";

    private Neighbours() {}

    static String organization(String id, String ministry) {
        return """
                {"id":"%s","name":"Nom de %s","acronym":"%s","parentIds":["%s"],
                 "ministries":[{"id":"%s","name":"%s"}]}""".formatted(id, id, id.toUpperCase(java.util.Locale.ROOT), ministry, ministry, ministry);
    }

    static String mandate(String id, String role, String organization, String ministry, String account) {
        return mandate(id, role, organization, ministry, account, "2020-01-01", null, "ACTIVE");
    }

    static String mandate(
            String id,
            String role,
            String organization,
            String ministry,
            String account,
            String from,
            @Nullable String to,
            String state) {
        return """
                {"id":"%s","role":"%s","organization":{"id":"%s","name":"x"},"ministries":[{"id":"%s","name":"x"}],
                 "scope":{"organizations":[],"territories":[],"topics":[]},"state":"%s","startsOn":"%s",%s
                 "holder":{"accountId":"%s"},"contactUrl":"/x","url":"/x"}""".formatted(
                id, role, organization, ministry, state, from, to == null ? "" : "\"endsOn\":\"" + to + "\",", account);
    }

    static String member(String id, String name, String account, String visibility) {
        return """
                {"id":"%s","displayName":"%s","accountId":"%s","visibility":"%s"}""".formatted(id, name, account, visibility);
    }
}
