package fr.agora.jobs.importing;

import fr.agora.jobs.offer.Circumstances;
import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferImporting.Imported;
import fr.agora.jobs.offer.OfferImporting.Imported.State;
import fr.agora.jobs.offer.PersonalContact;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.offer.Visibility;
import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import fr.agora.platform.ui.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One offer of a file, in its French columns. */
final class OfferLine {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    /** They are pages of their own under /offres. */
    private static final Set<String> RESERVED =
            Set.of("nouvelle", "mes-offres", "relecture", "adresses", "flux.atom", "sitemap.xml");

    private static final int OPEN_DAYS = 90;
    private static final Map<String, ContractType> CONTRACTS = Map.of(
            "titulaire", ContractType.CIVIL_SERVANT,
            "CDD", ContractType.FIXED_TERM,
            "CDI", ContractType.PERMANENT,
            "freelance", ContractType.FREELANCE,
            "stage", ContractType.INTERNSHIP,
            "apprentissage", ContractType.APPRENTICESHIP,
            "non-precise", ContractType.UNSPECIFIED);
    private static final Map<String, Seniority> SENIORITIES = Map.of(
            "debutant", Seniority.JUNIOR,
            "confirme", Seniority.CONFIRMED,
            "senior", Seniority.SENIOR,
            "indifferent", Seniority.ANY,
            "non-precise", Seniority.ANY);
    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "public", Visibility.PUBLIC,
            "agents", Visibility.AGENTS,
            "reseau", Visibility.NETWORK,
            "prive", Visibility.ME);
    private static final Map<String, Integer> TELEWORK = Map.of("total", 5, "partiel", 2, "non", 0, "non-precise", 0);
    private static final Map<String, State> STATES =
            Map.of("ouverte", State.OPEN, "expiree", State.OVER, "pourvue", State.FILLED);

    private final Columns columns;
    private final String defaultSource;
    private final Clock clock;

    OfferLine(ObjectNode line, String defaultSource, Clock clock) {
        this.columns = new Columns(line);
        this.defaultSource = defaultSource;
        this.clock = clock;
    }

    Imported read() {
        String id = required("id", 128);
        if (!id.isEmpty() && (!ID.matcher(id).matches() || RESERVED.contains(id))) {
            columns.refuse("id", "field.format");
        }
        String source = or(columns.text("source", 100), defaultSource);
        LocalDate published = columns.day("published_at");
        Instant since = published == null
                ? clock.instant()
                : published.atStartOfDay(clock.getZone()).toInstant();
        LocalDate closes = columns.day("closes_at");
        LocalDate lastDay =
                closes == null ? since.atZone(clock.getZone()).toLocalDate().plusDays(OPEN_DAYS) : closes;
        State state = or(columns.oneOf("status", STATES), State.OPEN);
        String title = PersonalContact.removedFrom(required("title", 300));
        String description = clean("description_md", 50_000);
        OfferContent content = new OfferContent(
                title.isEmpty() ? "?" : title,
                summary(title, description),
                description,
                columns.text("organisation_id", 128),
                territories(),
                remoteDays(),
                columns.manyOf("contract_types", CONTRACTS),
                named(Vocabularies.JOB_FAMILIES, or(columns.text("metier_id", 128), "autre"), "met-"),
                seniority(),
                columns.list("skill_ids").stream()
                        .map(skill -> named(Vocabularies.SKILLS, skill, "skl-"))
                        .toList(),
                columns.list("themes").stream().map(Vocabularies.THEMES::named).toList(),
                clean("salary_text", 1_000),
                useCases(),
                lastDay,
                or(columns.oneOf("visibility", VISIBILITIES), Visibility.PUBLIC),
                List.of(),
                null,
                Classification.NONE,
                Circumstances.NONE);
        columns.check();
        return new Imported(
                id, source, columns.digest(), content, since, columns.flag("brouillon") ? State.DRAFT : state);
    }

    /** Without the addresses and telephones of anybody. */
    private @Nullable String clean(String field, int longest) {
        String text = columns.text(field, longest);
        return text == null ? null : PersonalContact.removedFrom(text);
    }

    private String required(String field, int longest) {
        String value = columns.text(field, longest);
        if (value == null) {
            columns.refuse(field, "field.required");
            return "";
        }
        return value;
    }

    private String summary(String title, @Nullable String description) {
        String summary = clean("summary", 1_000);
        if (summary != null) {
            return summary;
        }
        String first = Markdown.toText(description, 1_000)
                .split("(?<=[.!?…])\\s", 2)[0]
                .strip();
        return !first.isEmpty() ? first : title.isEmpty() ? "?" : title;
    }

    private int remoteDays() {
        Integer days = columns.number("remote_days_per_week", 0, 5);
        return days != null ? days : or(columns.oneOf("telework", TELEWORK), 0);
    }

    private Seniority seniority() {
        Seniority wanted = columns.oneOf("seniority", SENIORITIES);
        return wanted != null ? wanted : or(columns.oneOf("experience", SENIORITIES), Seniority.ANY);
    }

    private List<Labelled> territories() {
        List<Labelled> found = new ArrayList<>();
        String label = clean("location_label", 300);
        place("commune_code", "COM-", label, found);
        place("departement_code", "DEP-", null, found);
        place("region_code", "REG-", null, found);
        for (String code : columns.list("territoires")) {
            Territories.find(code, label)
                    .ifPresentOrElse(found::add, () -> columns.refuse("territoires", "field.unknown", code));
        }
        return Territories.withParents(found);
    }

    private void place(String column, String prefix, @Nullable String label, List<Labelled> found) {
        String code = columns.text(column, 5);
        if (code != null) {
            Territories.find(prefix + code, label)
                    .ifPresentOrElse(found::add, () -> columns.refuse(column, "field.unknown", code));
        }
    }

    private List<String> useCases() {
        List<String> ids = new ArrayList<>(columns.list("project_ids"));
        String one = columns.text("project_id", 128);
        if (one != null && !ids.contains(one)) {
            ids.addFirst(one);
        }
        return ids;
    }

    private static Labelled named(Vocabulary vocabulary, String word, String prefix) {
        return vocabulary.named(word.startsWith(prefix) ? word.substring(prefix.length()) : word);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
