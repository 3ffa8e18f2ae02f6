package fr.agora.projects.importing;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import fr.agora.platform.text.Words;
import fr.agora.platform.ui.Markdown;
import fr.agora.projects.licence.Licences;
import fr.agora.projects.reference.Territories;
import fr.agora.projects.reference.Vocabularies;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Indicator;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseChange;
import fr.agora.projects.usecase.Slugs;
import fr.agora.projects.usecase.UseCaseContent;
import fr.agora.projects.usecase.UseCaseImporting.Imported;
import fr.agora.projects.usecase.Visibility;
import fr.agora.projects.usecase.WebLink;
import fr.agora.projects.usecase.WrittenBlocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One use case of a file, in its French columns. */
final class UseCaseLine {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    /** No day beyond the 28th is read where its month might not have it. */
    private static final Pattern DAY = Pattern.compile(
            "\\d{4}-((0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)");

    private static final int LONGEST_BLOCK_ID = 200;
    private static final Pattern BLOCK_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final Map<String, Phase> PHASES = Map.of(
            "idee", Phase.IDEA,
            "investigation", Phase.IDEA,
            "construction", Phase.IN_PROGRESS,
            "acceleration", Phase.LIVE,
            "opere", Phase.LIVE,
            "reference", Phase.REFERENCE,
            "transfere", Phase.TRANSFERRED,
            "termine", Phase.STOPPED,
            "abandonne", Phase.STOPPED);
    private static final Map<String, BlockKind> KINDS = Map.of(
            "algorithme", BlockKind.ALGORITHM,
            "modele", BlockKind.MODEL,
            "donnees-apprentissage", BlockKind.TRAINING_DATA,
            "infrastructure", BlockKind.INFRASTRUCTURE,
            "securite", BlockKind.SECURITY,
            "chaine-de-traitement", BlockKind.PIPELINE,
            "interface", BlockKind.INTERFACE,
            "juridique", BlockKind.LEGAL_DPIA,
            "convention", BlockKind.CONTRACT,
            "methode", BlockKind.METHOD);
    private static final Map<String, BlockAccess> ACCESSES = Map.of(
            "ouvert", BlockAccess.OPEN,
            "sur-demande", BlockAccess.ON_REQUEST,
            "interne", BlockAccess.INTERNAL);
    private static final Map<String, Visibility> VISIBILITIES = Map.of(
            "public", Visibility.PUBLIC,
            "agents", Visibility.AGENTS,
            "reseau", Visibility.NETWORK,
            "prive", Visibility.ME);

    private final Columns columns;
    private final String defaultSource;

    UseCaseLine(ObjectNode line, String defaultSource) {
        this.columns = new Columns(line);
        this.defaultSource = defaultSource;
    }

    Imported read() {
        String id = columns.required("id", 128);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            columns.refuse("id", "field.format");
        }
        String source = or(columns.text("source", 100), defaultSource);
        String slug = columns.text("slug", 100);
        if (slug != null && !Slugs.isWellFormed(slug)) {
            columns.refuse("slug", "field.format");
        }
        String title = columns.required("title", 300);
        String description = columns.text("description_md", 50_000);
        UseCaseContent content = new UseCaseContent(
                title.isEmpty() ? "?" : title,
                pitch(title, description),
                audience(),
                columns.text("ce_qui_change", 1_000),
                description,
                or(columns.oneOf("phase", PHASES), Phase.IN_PROGRESS),
                indicators(),
                blocks(id),
                columns.list("organisation_ids"),
                territories(),
                named("skill_ids", Vocabularies.SKILLS, "skl-"),
                named("themes", Vocabularies.THEMES, "thm-"),
                link("repository"),
                link("website"),
                or(columns.oneOf("visibility", VISIBILITIES), Visibility.PUBLIC));
        columns.check();
        return new Imported(id, source, columns.digest(), slug, content, history(), columns.flag("brouillon"));
    }

    /** An odd address is left out: the sites these come from hold many, and the rest of the line is good. */
    private @Nullable String link(String column) {
        String typed = columns.text(column, 2_000);
        return typed == null ? null : WebLink.of(typed).orElse(null);
    }

    private String pitch(String title, @Nullable String description) {
        String pitch = columns.text("pitch", 1_000);
        if (pitch != null) {
            return pitch;
        }
        String first = Markdown.toText(description, 1_000)
                .split("(?<=[.!?…])\\s", 2)[0]
                .strip();
        return !first.isEmpty() ? first : title.isEmpty() ? "?" : title;
    }

    /** The phases it went through, oldest first; what has no day or no known name is left out. */
    private List<PhaseChange> history() {
        List<PhaseChange> steps = new ArrayList<>();
        for (Columns each : columns.objects("phases")) {
            String name = each.text("nom", 100);
            String start = each.text("debut", 40);
            Phase phase = name == null ? null : PHASES.get(name);
            if (phase != null && start != null && DAY.matcher(start).matches()) {
                steps.add(new PhaseChange(phase, LocalDate.parse(start)));
            }
        }
        steps.sort(Comparator.comparing(PhaseChange::on));
        for (int index = steps.size() - 1; index > 0; index--) {
            if (steps.get(index).phase() == steps.get(index - 1).phase()) {
                steps.remove(index);
            }
        }
        return steps;
    }

    private @Nullable String audience() {
        List<String> audience = columns.list("publics");
        List<String> users = audience.isEmpty() ? columns.list("user_types") : audience;
        return users.isEmpty() ? null : String.join(", ", users);
    }

    private List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (Columns each : columns.objects("indicateurs")) {
            String label = each.required("libelle", 300);
            String source = each.required("source", 300);
            each.required("date", 40);
            indicators.add(new Indicator(
                    label,
                    each.text("avant", 300),
                    each.text("apres", 300),
                    each.text("unite", 300),
                    each.day("date"),
                    source));
        }
        return indicators;
    }

    private List<Block> blocks(String useCaseId) {
        List<Block> blocks = new ArrayList<>();
        for (Columns each : columns.objects("briques")) {
            String name = each.required("nom", 300);
            String id = or(each.text("id", LONGEST_BLOCK_ID), shortened(useCaseId + "-" + Words.slug(name)));
            each.required("type", 100);
            BlockKind kind = each.oneOf("type", KINDS);
            String summary = each.text("resume", 1_000);
            BlockAccess access = or(each.oneOf("acces", ACCESSES), BlockAccess.ON_REQUEST);
            String typed = each.text("licence", 200);
            String licence = typed == null ? null : Licences.canonical(typed).orElse(null);
            if (typed != null && licence == null) {
                each.refuse(WrittenBlocks.unknownLicence("licence", typed));
                continue;
            }
            if (!BLOCK_ID.matcher(id).matches()) {
                each.refuse("id", "field.format");
            }
            if (!name.isEmpty() && kind != null) {
                blocks.add(Block.plain(id, name, kind, summary, licence, access));
            }
        }
        return blocks;
    }

    private List<Labelled> territories() {
        List<Labelled> found = new ArrayList<>();
        String label = columns.text("location_label", 300);
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

    private List<Labelled> named(String column, Vocabulary vocabulary, String prefix) {
        List<Labelled> found = new ArrayList<>();
        for (String word : columns.list(column)) {
            Labelled meant = vocabulary.named(word.startsWith(prefix) ? word.substring(prefix.length()) : word);
            if (!meant.code().isEmpty() && !found.contains(meant)) {
                found.add(meant);
            }
        }
        return found;
    }

    private static String shortened(String id) {
        return id.length() <= LONGEST_BLOCK_ID ? id : id.substring(0, LONGEST_BLOCK_ID);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
