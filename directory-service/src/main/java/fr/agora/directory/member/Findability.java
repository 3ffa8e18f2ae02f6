package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a member is found by, apart for each audience: a search by something hidden finds nobody. A mark is the
 * audience's letter, what it is, and the value: {@code A:skill:python}, {@code P:word:amina}.
 *
 * @param ranks where the member stands among those who have a skill, one of a category, or anything
 */
record Findability(List<String> marks, List<Rank> ranks) {

    static final String ANYTHING = "*";

    /**
     * A place in the order of one search.
     *
     * @param of code of a skill, {@code category:<code>}, or {@value #ANYTHING}
     * @param seenBy letter of the audience
     * @param order sorts the best first: strength, then the most recently confirmed
     */
    record Rank(String of, String seenBy, String order) {}

    enum Kind {
        WORD,
        SKILL,
        CATEGORY,
        COMMUNITY,
        COHORT,
        TERRITORY,
        ORGANIZATION,
        /** A word of what is offered or sought. */
        TOPIC
    }

    static Findability of(Member member) {
        Set<String> marks = new LinkedHashSet<>();
        List<Rank> ranks = new ArrayList<>();
        for (Audience audience : Audience.searching()) {
            if (audience.sees(member.visibility())) {
                ranks.add(new Rank(ANYTHING, audience.mark(), order(0, member.confirmedAt())));
                mark(member, audience, marks);
                if (member.shows(ProfileField.SKILLS, audience)) {
                    rank(member, audience, ranks);
                }
            }
        }
        return new Findability(List.copyOf(marks), ranks);
    }

    private static void mark(Member member, Audience audience, Set<String> marks) {
        OrganizationRef organization = member.shows(ProfileField.ORGANIZATION, audience) ? member.organization() : null;
        List<String> words = Words.of(
                member.displayName(),
                member.shows(ProfileField.HEADLINE, audience) ? member.headline() : null,
                organization == null ? null : organization.shortName());
        add(marks, audience, Kind.WORD, words.stream());
        if (organization != null) {
            add(marks, audience, Kind.ORGANIZATION, Stream.of(organization.id()));
        }
        if (member.shows(ProfileField.SKILLS, audience)) {
            add(marks, audience, Kind.SKILL, member.skills().stream().map(Skill::code));
            add(marks, audience, Kind.CATEGORY, categories(member));
        }
        if (member.shows(ProfileField.COMMUNITIES, audience)) {
            add(marks, audience, Kind.COMMUNITY, member.communities().stream().map(each -> each.code()));
        }
        Alumni alumni = member.shows(ProfileField.COHORT, audience) ? member.alumni() : null;
        if (alumni != null) {
            add(marks, audience, Kind.COHORT, Stream.of(alumni.cohort().code()));
        }
        if (member.shows(ProfileField.TERRITORIES, audience)) {
            add(marks, audience, Kind.TERRITORY, member.territories().stream().map(each -> each.code()));
        }
        if (member.shows(ProfileField.HELP, audience)) {
            Stream.of(member.offers(), member.asks())
                    .flatMap(List::stream)
                    .forEach(help -> add(marks, audience, Kind.TOPIC, Words.of(help).stream()));
        }
    }

    private static void rank(Member member, Audience audience, List<Rank> ranks) {
        Map<String, Integer> bestOfCategory = new LinkedHashMap<>();
        List<SkillView> views = SkillView.of(member);
        for (int i = 0; i < views.size(); i++) {
            int rank = views.get(i).rank();
            ranks.add(new Rank(views.get(i).code(), audience.mark(), order(rank, member.confirmedAt())));
            String category = member.skills().get(i).category();
            if (category != null) {
                bestOfCategory.merge(category, rank, Math::min);
            }
        }
        bestOfCategory.forEach((category, rank) ->
                ranks.add(new Rank("category:" + category, audience.mark(), order(rank, member.confirmedAt()))));
    }

    private static Stream<String> categories(Member member) {
        return member.skills().stream().flatMap(skill -> Stream.ofNullable(skill.category()));
    }

    private static void add(Set<String> marks, Audience audience, Kind kind, Stream<String> values) {
        values.forEach(value -> marks.add(mark(audience, kind, value)));
    }

    static String mark(Audience audience, Kind kind, String value) {
        return audience.mark() + ":" + kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }

    /** Ten digits that go down as time goes on, so that one ascending sort serves both keys. */
    private static String order(int strength, Instant confirmedAt) {
        return "%d-%010d".formatted(strength, 9_999_999_999L - confirmedAt.getEpochSecond());
    }
}
