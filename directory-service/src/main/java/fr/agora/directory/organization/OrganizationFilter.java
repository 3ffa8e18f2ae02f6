package fr.agora.directory.organization;

import org.jspecify.annotations.Nullable;

/** What part of the tree a reader looks at. */
public record OrganizationFilter(
        String words,
        @Nullable OrganizationKind kind,
        @Nullable String parent) {

    private static final int LONGEST = 200;

    public OrganizationFilter {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public static OrganizationFilter below(String parent) {
        return new OrganizationFilter("", null, parent);
    }
}
