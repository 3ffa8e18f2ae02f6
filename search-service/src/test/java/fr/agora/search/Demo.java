package fr.agora.search;

import fr.agora.search.catalogue.Vocabulary;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's people, use cases and offers as the facts their owners would tell of them. */
public final class Demo {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> PHASES =
            Map.of("idee", "IDEA", "construction", "IN_PROGRESS", "en-service", "LIVE", "reference", "REFERENCE");
    private static final Map<String, String> CONTRACTS =
            Map.of("CDD", "FIXED_TERM", "CDI", "PERMANENT", "titulaire", "CIVIL_SERVANT", "stage", "INTERNSHIP");

    private final Map<String, JsonNode> organizations = new HashMap<>();

    public Demo() {
        lines("organizations").forEach(line -> organizations.put(line.path("id").asString(), line));
    }

    public List<Facts> facts() {
        var facts = new ArrayList<Facts>();
        organizations.values().forEach(line -> facts.add(organization(line)));
        lines("members").forEach(line -> facts.add(member(line)));
        lines("offers").forEach(line -> facts.add(offer(line)));
        lines("use-cases").forEach(line -> {
            var useCase = useCase(line);
            facts.add(useCase);
            line.path("briques").forEach(block -> facts.add(block(block, line)));
        });
        return facts;
    }

    private Facts organization(JsonNode line) {
        var fact = Facts.organization(
                        line.path("id").asString(), line.path("nom").asString())
                .with("kind", line.path("type").asString().equals("ministere") ? "MINISTRY" : "DIRECTORATE");
        fact = line.has("sigle") ? fact.with("acronym", line.path("sigle").asString()) : fact;
        fact = line.has("resume") ? fact.with("summary", line.path("resume").asString()) : fact;
        return placed(ministries(fact, line.path("id").asString()), line);
    }

    private Facts member(JsonNode line) {
        var fact = Facts.member(
                        line.path("id").asString(), line.path("display_name").asString())
                .with("headline", line.path("role_title").asString(""))
                .with("bio", line.path("bio").asString(""))
                .seenBy(visibility(line, "AGENTS"));
        for (var skill : line.path("skills")) {
            fact = skill(fact, skill.path("code").asString());
        }
        return placed(of(fact, line.path("organisation_id").asString("")), line);
    }

    private Facts offer(JsonNode line) {
        var contracts = new ArrayList<String>();
        line.path("contract_types")
                .forEach(type -> contracts.add(CONTRACTS.getOrDefault(type.asString(), "UNSPECIFIED")));
        var fact = Facts.offer(line.path("id").asString(), line.path("title").asString())
                .with("summary", line.path("summary").asString())
                .with("description", line.path("description_md").asString(""))
                .with("contractTypes", contracts)
                .with("publishedAt", line.path("published_at").asString("2026-11-01") + "T08:00:00Z")
                .remoteDays(line.path("remote_days_per_week").asInt(0))
                .seenBy(visibility(line, "PUBLIC"));
        return placed(of(skills(fact, line), line.path("organisation_id").asString("")), line);
    }

    private Facts useCase(JsonNode line) {
        var fact = Facts.useCase(line.path("id").asString(), line.path("title").asString())
                .with("pitch", line.path("pitch").asString("Un cas d’usage."))
                .with("description", line.path("description_md").asString(""))
                .with("whatChanges", line.path("ce_qui_change").asString(""))
                .with("phase", PHASES.getOrDefault(line.path("phase").asString(""), "LIVE"))
                .with("publishedAt", line.path("published_at").asString("2026-10-01") + "T08:00:00Z")
                .seenBy(visibility(line, "PUBLIC"));
        for (var theme : line.path("themes")) {
            fact = fact.about(theme.asString(), label(Vocabulary.THEMES, theme.asString()));
        }
        for (var organization : line.path("organisation_ids")) {
            fact = of(fact, organization.asString());
        }
        return placed(skills(fact, line), line);
    }

    private Facts block(JsonNode block, JsonNode useCase) {
        var name = block.path("nom").asString();
        var fact = Facts.block(useCase.path("id").asString() + "-" + Math.abs(name.hashCode()), name)
                .with("useCaseTitle", useCase.path("title").asString())
                .with("summary", block.path("resume").asString(""));
        for (var organization : useCase.path("organisation_ids")) {
            fact = of(fact, organization.asString());
        }
        return fact;
    }

    private static Facts skills(Facts fact, JsonNode line) {
        for (var skill : line.path("skill_ids")) {
            fact = skill(fact, skill.asString());
        }
        return fact;
    }

    private static Facts skill(Facts fact, String code) {
        return fact.needing(code, label(Vocabulary.SKILLS, code));
    }

    private Facts of(Facts fact, String id) {
        var organization = organizations.get(id);
        return organization == null
                ? fact
                : ministries(fact.ofOrganization(id, organization.path("nom").asString()), id);
    }

    private Facts ministries(Facts fact, String id) {
        var above = organizations.get(id);
        for (int depth = 0; above != null && depth < 8; depth++) {
            if (above.path("type").asString().equals("ministere")) {
                return fact.ofMinistry(
                        above.path("id").asString(), above.path("nom").asString());
            }
            above = organizations.get(above.path("parent_id").asString(""));
        }
        return fact;
    }

    private static Facts placed(Facts fact, JsonNode line) {
        var code = line.path("commune_code").asString("");
        if (code.isEmpty()) {
            return line.has("region_code")
                    ? in(fact, "REG-" + line.path("region_code").asString())
                    : fact;
        }
        return fact.in("COM-" + code, line.path("location_label").asString(code));
    }

    private static Facts in(Facts fact, String code) {
        return fact.in(code, label(Vocabulary.TERRITORIES, code));
    }

    private static String label(Vocabulary vocabulary, String code) {
        return Objects.requireNonNullElse(vocabulary.label(code, Locale.FRENCH), code);
    }

    private static String visibility(JsonNode line, String usual) {
        return switch (line.path("visibility").asString("")) {
            case "public" -> "PUBLIC";
            case "agents" -> "AGENTS";
            case "reseau" -> "NETWORK";
            case "prive" -> "ME";
            default -> usual;
        };
    }

    private static List<JsonNode> lines(String kind) {
        var resource = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + kind + ".ndjson"));
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
