package fr.agora.search.relevance;

import fr.agora.search.Facts;
import fr.agora.search.catalogue.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of organisations, members, projects and jobs as the facts their owners would tell of them. */
final class Corpus {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Integer> REMOTE_DAYS = Map.of("total", 5, "partiel", 2);
    private static final Map<String, String> CONTRACTS = Map.of(
            "CDD", "FIXED_TERM",
            "CDI", "PERMANENT",
            "titulaire", "CIVIL_SERVANT",
            "stage", "INTERNSHIP",
            "apprentissage", "APPRENTICESHIP",
            "freelance", "FREELANCE");
    private static final Map<String, String> PHASES = Map.of(
            "investigation", "IDEA",
            "construction", "IN_PROGRESS",
            "acceleration", "LIVE",
            "opere", "LIVE",
            "transfere", "TRANSFERRED",
            "termine", "TRANSFERRED",
            "abandonne", "STOPPED");
    private static final Map<String, String> ORGANIZATIONS = Map.of(
            "ministere", "MINISTRY",
            "direction", "DIRECTORATE",
            "service", "SERVICE",
            "operateur", "OPERATOR",
            "service-deconcentre", "FIELD_SERVICE",
            "securite-sociale", "SOCIAL_SECURITY",
            "autorite-independante", "INDEPENDENT_AUTHORITY",
            "juridiction", "JURISDICTION",
            "collectivite-territoriale", "LOCAL_AUTHORITY");

    private final Path folder;
    private final Map<String, JsonNode> organizations = new HashMap<>();

    Corpus(Path folder) {
        this.folder = folder;
        read("organisations").forEach(line -> organizations.put(text(line, "id"), line));
    }

    List<Facts> facts() {
        var facts = new ArrayList<Facts>();
        organizations.values().forEach(line -> facts.add(organization(line)));
        read("members").forEach(line -> facts.add(member(line)));
        read("jobs").forEach(line -> facts.add(offer(line)));
        read("projects").forEach(line -> facts.add(useCase(line)));
        return facts;
    }

    private Facts organization(JsonNode line) {
        var fact = Facts.organization(text(line, "id"), text(line, "nom"))
                .with("kind", ORGANIZATIONS.getOrDefault(text(line, "type"), "OTHER"));
        if (!text(line, "sigle").isEmpty()) {
            fact = fact.with("acronym", text(line, "sigle"));
        }
        var parent = organizations.get(text(line, "parent_id"));
        if (parent != null) {
            fact = fact.with("parents", List.of(reference(parent)));
        }
        return placed(ministries(fact, text(line, "id")), line);
    }

    private Facts member(JsonNode line) {
        var fact = Facts.member(text(line, "id"), text(line, "display_name"))
                .with("headline", text(line, "role_title"))
                .with("bio", text(line, "bio"))
                .with("offers", texts(line, "open_to"))
                .with("communities", communities(line));
        return placed(of(skills(fact, line), List.of(text(line, "organisation_id"))), line);
    }

    private static List<Map<String, String>> communities(JsonNode line) {
        return texts(line, "community_roles").stream()
                .map(code -> Map.of("code", code, "label", label(Vocabulary.COMMUNITIES, code)))
                .toList();
    }

    private Facts offer(JsonNode line) {
        var fact = Facts.offer(text(line, "id"), text(line, "title"))
                .with("summary", text(line, "summary"))
                .with("description", text(line, "description_md"))
                .with(
                        "contractTypes",
                        texts(line, "contract_types").stream()
                                .map(type -> CONTRACTS.getOrDefault(type, "UNSPECIFIED"))
                                .toList())
                .with("publishedAt", text(line, "published_at") + "T08:00:00Z")
                .remoteDays(REMOTE_DAYS.getOrDefault(text(line, "telework"), 0));
        var family = text(line, "metier_id").replaceFirst("^met-", "");
        if (!family.isEmpty()) {
            fact = fact.with("jobFamily", Map.of("code", family, "label", label(Vocabulary.JOB_FAMILIES, family)));
        }
        return placed(of(skills(fact, line), List.of(text(line, "organisation_id"))), line);
    }

    private Facts useCase(JsonNode line) {
        var fact = Facts.useCase(text(line, "id"), text(line, "title"))
                .with("pitch", text(line, "pitch"))
                .with(
                        "description",
                        text(line, "description_md") + "\n\n" + String.join(", ", texts(line, "technologies")))
                .with("phase", PHASES.getOrDefault(text(line, "phase"), "LIVE"));
        for (var theme : texts(line, "themes")) {
            fact = fact.about(theme.replaceAll("[^A-Za-z0-9]+", "-"), theme);
        }
        return placed(of(skills(fact, line), texts(line, "organisation_ids")), line);
    }

    private static Facts skills(Facts fact, JsonNode line) {
        var all = fact;
        for (var id : texts(line, "skill_ids")) {
            var code = id.replaceFirst("^skl-", "");
            all = all.needing(code, label(Vocabulary.SKILLS, code));
        }
        return all;
    }

    private Facts of(Facts fact, List<String> ids) {
        var known =
                ids.stream().map(organizations::get).filter(Objects::nonNull).toList();
        var all =
                fact.with("organizations", known.stream().map(Corpus::reference).toList());
        for (var organization : known) {
            all = ministries(all, text(organization, "id"));
        }
        return all;
    }

    private static Map<String, String> reference(JsonNode organization) {
        var acronym = text(organization, "sigle");
        return acronym.isEmpty()
                ? Map.of("id", text(organization, "id"), "name", text(organization, "nom"))
                : Map.of("id", text(organization, "id"), "name", text(organization, "nom"), "acronym", acronym);
    }

    private Facts ministries(Facts fact, String id) {
        var above = organizations.get(id);
        for (int depth = 0; above != null && depth < 8; depth++) {
            if (text(above, "type").equals("ministere")) {
                return fact.ofMinistry(text(above, "id"), text(above, "nom"));
            }
            above = organizations.get(text(above, "parent_id"));
        }
        return fact;
    }

    private static Facts placed(Facts fact, JsonNode line) {
        var codes = new LinkedHashSet<String>();
        codes.add(coded("COM-", text(line, "commune_code")));
        codes.add(coded("DEP-", text(line, "departement_code")));
        codes.add(coded("REG-", text(line, "region_code")));
        codes.remove("");
        var all = fact;
        var place = text(line, "location_label");
        for (var code : codes) {
            var named = code.startsWith("COM-") && !place.isEmpty() ? place : label(Vocabulary.TERRITORIES, code);
            if (!named.equals(code)) {
                all = all.in(code, named);
            }
        }
        return all;
    }

    private static String coded(String prefix, String code) {
        return code.isEmpty() ? "" : prefix + code;
    }

    private static String label(Vocabulary vocabulary, String code) {
        return Objects.requireNonNullElse(vocabulary.label(code, Locale.FRENCH), code);
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }

    private static List<String> texts(JsonNode line, String field) {
        var texts = new ArrayList<String>();
        line.path(field).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private List<JsonNode> read(String name) {
        try {
            var lines = new ArrayList<JsonNode>();
            JSON.readTree(Files.readString(folder.resolve(name + ".json"))).forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
