package fr.agora.search.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be found.
 *
 * @param summary one or two sentences
 * @param body plain text, searched but not shown whole
 * @param strong words that say what it is as plainly as its title: a trade, a role
 * @param keywords words it is found by that stand in none of its texts
 * @param url path of its page
 * @param organizations whose it is, names as shown
 * @param remoteDays days a week from elsewhere; offers only
 * @param specifics fields of its kind's own mapping
 * @param marks shown on the result, never searched
 */
public record Entry(
        Kind kind,
        String id,
        String title,
        @Nullable String acronym,
        @Nullable String summary,
        @Nullable String body,
        List<String> strong,
        List<String> keywords,
        String url,
        List<Label> organizations,
        List<Label> ministries,
        List<Label> territories,
        List<Label> skills,
        List<Label> themes,
        @Nullable Integer remoteDays,
        @Nullable Instant publishedAt,
        Map<String, Object> specifics,
        Map<String, Object> marks) {

    private static final Set<String> TRADES = Vocabulary.JOB_FAMILIES.words();
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_BODY = 50_000;

    public Entry {
        if (id.isBlank() || title.isBlank() || !url.startsWith("/") || url.startsWith("//")) {
            throw new IllegalArgumentException("An entry has an id, a title and a path: %s %s".formatted(kind, id));
        }
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", bounded(title, LONGEST_TITLE));
        put(fields, "acronym", acronym);
        put(fields, "summary", summary == null ? null : bounded(summary, LONGEST_SUMMARY));
        fields.put("body", text().joined());
        fields.put("url", url);
        fields.put("organizationNames", words(organizations));
        fields.put("organizations", codes(organizations));
        classify(fields, "ministries", "ministryFacet", ministries);
        var places = Territories.withSurroundings(territories);
        classify(fields, "territories", "territoryFacet", places);
        var points = Places.of(territories);
        if (!points.isEmpty()) {
            fields.put(
                    "place",
                    points.stream()
                            .map(point -> Map.of("lat", point.latitude(), "lon", point.longitude()))
                            .toList());
        }
        classify(fields, "skills", "skillFacet", skills);
        classify(fields, "themes", "themeFacet", themes);
        fields.put(JointFacets.FIELD, jointFacets());
        fields.put("strong", strongest());
        fields.put("keywords", allKeywords(places));
        put(fields, "remoteDays", remoteDays);
        put(fields, "publishedAt", publishedAt == null ? null : publishedAt.toString());
        fields.putAll(specifics);
        fields.put("card", card());
        return fields;
    }

    private List<String> jointFacets() {
        var joint = new ArrayList<String>();
        joint.add(JointFacets.joint("kind", kind.code()));
        ministries.forEach(ministry -> joint.add(JointFacets.joint("ministry", ministry.joined())));
        themes.forEach(theme -> joint.add(JointFacets.joint("theme", theme.joined())));
        if (remoteDays != null) {
            joint.add(JointFacets.joint("remoteDays", remoteDays.toString()));
        }
        return joint;
    }

    private WholeText text() {
        return new WholeText(
                bounded(title, LONGEST_TITLE),
                summary == null ? null : bounded(summary, LONGEST_SUMMARY),
                body == null ? null : bounded(body, LONGEST_BODY));
    }

    private List<String> allKeywords(List<Label> places) {
        var all = new LinkedHashSet<>(keywords);
        all.addAll(words(ministries));
        all.addAll(words(places));
        for (var theme : themes) {
            all.add(theme.label());
            all.addAll(Vocabulary.THEMES.aliases(theme.code()));
        }
        if (kind != Kind.MEMBER) {
            all.addAll(skillWords());
        }
        return new ArrayList<>(all);
    }

    /** For a person, what they are and know weighs what a title does elsewhere. */
    private List<String> strongest() {
        var all = new LinkedHashSet<>(strong);
        var parted = Names.parted(title);
        if (!parted.equals(title)) {
            all.add(parted);
        }
        if (kind == Kind.MEMBER) {
            if (summary != null) {
                all.add(summary);
            }
            all.addAll(skillWords());
        }
        return new ArrayList<>(all);
    }

    private List<String> skillWords() {
        var all = new LinkedHashSet<String>();
        skills.forEach(skill -> {
            all.add(skill.label());
            // to know data science is not to be a data scientist: a trade is told by a role, never by a skill
            Vocabulary.SKILLS.aliases(skill.code()).stream()
                    .filter(alias -> !TRADES.contains(alias.toLowerCase(Locale.ROOT)))
                    .forEach(all::add);
        });
        return new ArrayList<>(all);
    }

    private Map<String, Object> card() {
        var card = new LinkedHashMap<String, Object>();
        card.put("organizations", words(organizations));
        card.put("places", words(territories));
        card.put("skills", words(skills));
        card.put("themes", words(themes));
        card.putAll(marks);
        return card;
    }

    private static void classify(Map<String, Object> fields, String codes, String facet, List<Label> labels) {
        fields.put(codes, codes(labels));
        fields.put(facet, labels.stream().map(Label::joined).toList());
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static List<String> codes(List<Label> labels) {
        return labels.stream().map(Label::code).toList();
    }

    private static List<String> words(List<Label> labels) {
        return labels.stream().map(Label::label).toList();
    }

    private static String bounded(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
