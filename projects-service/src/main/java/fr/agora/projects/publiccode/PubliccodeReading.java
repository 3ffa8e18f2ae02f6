package fr.agora.projects.publiccode;

import fr.agora.projects.licence.Licences;
import fr.agora.projects.publiccode.Publiccode.Note;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.WebLink;
import fr.agora.projects.yaml.Fields;
import fr.agora.projects.yaml.SafeYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads publiccode.yml 0.2 to 0.7: what differs between them is taken as it comes, what is odd is named. */
public final class PubliccodeReading {

    private static final Set<String> VERSIONS = Set.of("0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
    private static final Map<String, Phase> PHASES = Map.of(
            "concept", Phase.IDEA,
            "development", Phase.IN_PROGRESS,
            "beta", Phase.IN_PROGRESS,
            "stable", Phase.LIVE,
            "obsolete", Phase.STOPPED);
    private static final Set<String> TYPES = Set.of(
            "standalone/mobile",
            "standalone/iot",
            "standalone/desktop",
            "standalone/web",
            "standalone/backend",
            "standalone/other",
            "standalone",
            "softwareAddon",
            "addon",
            "library",
            "configurationFiles");

    /** Understood, but a use case has no place for them. */
    private static final String[] WITHOUT_PLACE = {
        "applicationSuite",
        "softwareVersion",
        "releaseDate",
        "logo",
        "monochromeLogo",
        "platforms",
        "categories",
        "roadmap",
        "inputTypes",
        "outputTypes",
        "isBasedOn",
        "intendedAudience",
        "localisation",
        "dependsOn",
        "supports",
        "organisation",
        "fundedBy"
    };

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_PITCH = 1_000;
    private static final int LONGEST_TEXT = 50_000;
    private static final int SHOWN = 80;

    private final List<Note> notes = new ArrayList<>();

    private PubliccodeReading() {}

    /**
     * Reads a file.
     *
     * @throws fr.agora.projects.yaml.YamlRefused when it is no YAML map
     */
    public static Publiccode read(String text) {
        return read(SafeYaml.map(text));
    }

    /** Reads a document that has been parsed. */
    public static Publiccode read(Map<?, ?> document) {
        return new PubliccodeReading().of(new Fields(document));
    }

    private Publiccode of(Fields file) {
        version(file.text("publiccodeYmlVersion"));
        file.skip(WITHOUT_PLACE);
        leave(file, "usedBy", "used-by");
        Fields description = language(file.fields("description"));
        String localised = description.text("localisedName");
        String name = localised == null ? file.text("name") : localised;
        file.text("name");
        Fields legal = file.fields("legal");
        legal.skip("mainCopyrightOwner", "repoOwner", "authorsFile");
        Fields maintenance = file.fields("maintenance");
        maintenance.skip("type");
        leave(maintenance, "contacts", "people");
        leave(maintenance, "contractors", "people");
        Publiccode read = new Publiccode(
                cut("name", name, LONGEST_TITLE),
                cut("description.shortDescription", description.text("shortDescription"), LONGEST_PITCH),
                cut("description.longDescription", longText(description), LONGEST_TEXT),
                phase(file.text("developmentStatus")),
                link("url", file.text("url")),
                link("landingURL", file.text("landingURL")),
                licence(legal.text("license")),
                link("description.documentation", description.text("documentation")),
                type(file.text("softwareType")),
                List.of());
        for (Fields each : List.of(file, legal, maintenance)) {
            each.unread().forEach(path -> note(path, "unknown", ""));
        }
        return new Publiccode(
                read.name(),
                read.pitch(),
                read.description(),
                read.phase(),
                read.repository(),
                read.website(),
                read.licence(),
                read.documentation(),
                read.softwareType(),
                notes);
    }

    private void version(@Nullable String version) {
        String minor = version == null ? "" : version.replaceFirst("^(\\d+\\.\\d+)\\..*$", "$1");
        if (!VERSIONS.contains(minor)) {
            note("publiccodeYmlVersion", "version", version == null ? "" : version);
        }
    }

    /** French first, then English, then whatever there is; the file says how many languages it has. */
    private static Fields language(Fields description) {
        for (String wanted : List.of("fr", "fr-FR", "en", "en-GB", "en-US")) {
            if (description.names().contains(wanted)) {
                return description.fields(wanted);
            }
        }
        return description.names().isEmpty()
                ? description
                : description.fields(description.names().getFirst());
    }

    private static @Nullable String longText(Fields description) {
        String text = description.text("longDescription");
        String features = description.texts("features").stream()
                .map(each -> "- " + each.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        if (features.isEmpty()) {
            return text;
        }
        return (text == null ? "" : text + "\n\n") + features;
    }

    private @Nullable Phase phase(@Nullable String status) {
        Phase phase = status == null ? null : PHASES.get(status);
        if (status != null && phase == null) {
            note("developmentStatus", "value", status);
        }
        return phase;
    }

    private @Nullable String type(@Nullable String type) {
        if (type != null && !TYPES.contains(type)) {
            note("softwareType", "value", type);
            return null;
        }
        return type;
    }

    private @Nullable String licence(@Nullable String typed) {
        String licence = typed == null ? null : Licences.canonical(typed).orElse(null);
        if (typed != null && licence == null) {
            note("legal.license", "licence", typed);
        }
        return licence;
    }

    private @Nullable String link(String field, @Nullable String typed) {
        String link = typed == null ? null : WebLink.of(typed).orElse(null);
        if (typed != null && link == null) {
            note(field, "link", typed);
        }
        return link;
    }

    private @Nullable String cut(String field, @Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        note(field, "cut", Integer.toString(longest));
        return text.substring(0, longest);
    }

    private void leave(Fields fields, String name, String reason) {
        if (fields.names().contains(name)) {
            note(name, reason, "");
        }
        fields.skip(name);
    }

    private void note(String field, String reason, String value) {
        notes.add(new Note(field, reason, value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value));
    }
}
