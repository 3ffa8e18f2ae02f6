package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.member.Findability.Kind;
import fr.agora.platform.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Which members a reader looks for. */
public record MemberFilter(
        String words,
        @Nullable String organization,
        @Nullable String skill,
        @Nullable String community,
        @Nullable String territory,
        @Nullable String cohort) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;

    public MemberFilter {
        words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        organization = blankIsAbsent(organization);
        skill = blankIsAbsent(skill);
        community = blankIsAbsent(community);
        territory = blankIsAbsent(territory);
        cohort = blankIsAbsent(cohort);
    }

    public static MemberFilter of(String organization) {
        return new MemberFilter("", organization, null, null, null, null);
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Asked of what this audience sees. */
    List<Criteria> marks(Audience audience) {
        List<Criteria> all = new ArrayList<>();
        add(all, audience, Kind.ORGANIZATION, organization);
        add(all, audience, Kind.SKILL, skill);
        add(all, audience, Kind.COMMUNITY, community);
        add(all, audience, Kind.TERRITORY, territory);
        add(all, audience, Kind.COHORT, cohort);
        all.addAll(words(audience, Kind.WORD, words));
        return all;
    }

    private static void add(List<Criteria> all, Audience audience, Kind kind, @Nullable String value) {
        if (value != null) {
            all.add(where("marks").is(Findability.mark(audience, kind, value)));
        }
    }

    /** Each word asked for begins one of the member's. */
    static List<Criteria> words(Audience audience, Kind kind, String words) {
        return Words.of(words).stream()
                .limit(MOST_WORDS)
                .map(word -> where("marks")
                        .regex(Pattern.compile("^" + Pattern.quote(Findability.mark(audience, kind, word)))))
                .toList();
    }
}
