package fr.agora.search.site;

import fr.agora.platform.ui.Page;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.query.Results;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result as it is shown.
 *
 * @param title with the words found marked
 * @param text summary, marked; null when there is none
 * @param passage where the words stand in the body, when neither title nor summary holds them
 * @param colour of the kind's badge
 * @param marks short facts: remote days, phase, licence
 * @param meta whose it is, where, since when
 */
public record ResultCard(
        String href,
        Content title,
        String plainTitle,
        @Nullable Content text,
        @Nullable Content passage,
        String kind,
        String colour,
        List<String> marks,
        String meta) {

    static ResultCard of(Results.Hit hit, Page page) {
        return new ResultCard(
                hit.url(),
                marked(hit, "title", hit.title()),
                hit.title(),
                text(hit),
                passage(hit),
                page.t("kind." + hit.kind().code()),
                colour(hit.kind()),
                marks(hit, page),
                meta(hit, page));
    }

    private static Content marked(Results.Hit hit, String field, String plain) {
        var found = hit.highlights().get(field);
        return found == null || found.isEmpty()
                ? output -> output.writeUserContent(plain)
                // made of escaped text and <mark> by Marks.html
                : output -> output.writeContent(found.getFirst());
    }

    private static @Nullable Content text(Results.Hit hit) {
        return hit.summary() == null ? null : marked(hit, "summary", hit.summary());
    }

    private static @Nullable Content passage(Results.Hit hit) {
        var passages = hit.highlights().get("body");
        var shown = hit.highlights().containsKey("summary") || hit.highlights().containsKey("title");
        if (passages == null || passages.isEmpty() || shown) {
            return null;
        }
        return output -> output.writeContent("… " + String.join(" … ", passages) + " …");
    }

    private static String colour(Kind kind) {
        return switch (kind) {
            case OFFER -> "green-emeraude";
            case USE_CASE -> "purple-glycine";
            case BLOCK -> "brown-caramel";
            case MEMBER -> "blue-ecume";
            case ORGANIZATION -> "yellow-tournesol";
            case REFERENCE_DATA -> "blue-cumulus";
        };
    }

    private static List<String> marks(Results.Hit hit, Page page) {
        var marks = new ArrayList<String>();
        if (hit.card().get("remoteDays") instanceof Integer days && days > 0) {
            marks.add(page.count("result.remote", days));
        }
        if (hit.card().get("phase") instanceof String phase) {
            add(marks, page, "phase." + phase);
        }
        if (hit.card().get("replicability") instanceof String verdict) {
            add(marks, page, "replicability." + verdict);
        }
        if (hit.card().get("reuses") instanceof Integer reuses) {
            marks.add(page.count("result.reuses", reuses));
        }
        if (hit.card().get("blockKind") instanceof String block) {
            add(marks, page, "block." + block);
        }
        if (hit.card().get("organizationKind") instanceof String organization) {
            add(marks, page, "organization." + organization);
        }
        if (hit.card().get("acronym") instanceof String acronym) {
            marks.add(acronym);
        }
        strings(hit, "contractTypes").forEach(type -> add(marks, page, "contract." + type));
        marks.addAll(strings(hit, "communities"));
        return marks;
    }

    private static void add(List<String> marks, Page page, String key) {
        // a choice added to a contract later on has no words here yet
        if (page.hasText(key)) {
            marks.add(page.t(key));
        }
    }

    private static String meta(Results.Hit hit, Page page) {
        var parts = new ArrayList<String>();
        strings(hit, "organizations").stream().limit(2).forEach(parts::add);
        strings(hit, "places").stream().findFirst().ifPresent(parts::add);
        if (hit.card().get("useCaseTitle") instanceof String useCase) {
            parts.add(page.t("result.of-use-case", useCase));
        }
        if (hit.kilometres() != null) {
            parts.add(page.t("result.distance", page.number(hit.kilometres())));
        }
        if (hit.publishedAt() != null) {
            parts.add(page.t("result.since", page.date(hit.publishedAt())));
        }
        return String.join(" · ", parts);
    }

    private static List<String> strings(Results.Hit hit, String name) {
        return hit.card().get(name) instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }
}
