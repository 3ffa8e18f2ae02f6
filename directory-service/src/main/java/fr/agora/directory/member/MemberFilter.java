package fr.agora.directory.member;

import org.jspecify.annotations.Nullable;

/** Which members a reader looks for. */
public record MemberFilter(
        String words,
        @Nullable String organization,
        @Nullable String skill,
        @Nullable String community,
        @Nullable String territory) {

    private static final int LONGEST = 200;

    public MemberFilter {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        organization = blankIsAbsent(organization);
        skill = blankIsAbsent(skill);
        community = blankIsAbsent(community);
        territory = blankIsAbsent(territory);
    }

    public static MemberFilter of(String organization) {
        return new MemberFilter("", organization, null, null, null);
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
