package fr.agora.local.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file can hold, in the order in which the kinds refer to one another: an offer names its organisation. */
public enum ImportKind {
    ORGANIZATIONS(
            "organization", "/api/directory/imports/organizations", "organizations", "organisations", "organismes"),
    MEMBERS("member", "/api/directory/imports/members", "members", "membres", "annuaire"),
    /** Nothing one searches for: they say who answers for what is found. */
    MANDATES("mandate", "/api/directory/imports/mandates", "mandates", "mandats"),
    USE_CASES("use-case", "/api/projects/imports/use-cases", "use-cases", "cas-usage", "projects", "projets"),
    OFFERS("offer", "/api/jobs/imports/offers", "offers", "offres", "jobs"),
    /** Nothing one searches for either; they name organisations that must have been heard of. */
    REUSES("reuse", "/api/projects/imports/reuses", "reuses", "reutilisations");

    private final String searchKind;
    private final String path;
    private final List<String> names;

    ImportKind(String searchKind, String path, String... names) {
        this.searchKind = searchKind;
        this.path = path;
        this.names = List.of(names);
    }

    /** The kind somebody means by a word of the command line, French or English, case and accents of the word aside. */
    public static Optional<ImportKind> named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(values())
                .filter(kind -> kind.names.contains(wanted) || kind.searchKind.equals(wanted))
                .findFirst();
    }

    /** The words to offer to whoever typed another one. */
    public static String words() {
        return Arrays.stream(values()).map(ImportKind::word).collect(Collectors.joining(", "));
    }

    /** The first name of the kind, the one the documentation uses. */
    public String word() {
        return names.getFirst();
    }

    /** The kind's name in {@code GET /api/search?kind=}. */
    public String searchKind() {
        return searchKind;
    }

    /** Whether search finds items of this kind. */
    public boolean isSearched() {
        return this != MANDATES && this != REUSES;
    }

    /** Where the gateway takes this kind's lines. */
    public String path() {
        return path;
    }
}
