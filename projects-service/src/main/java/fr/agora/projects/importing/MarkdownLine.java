package fr.agora.projects.importing;

import fr.agora.platform.text.Words;
import fr.agora.projects.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A product page in the manner of beta.gouv.fr, in the columns every import has; people in it are not taken. */
final class MarkdownLine {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** Their names for the steps, where they are not ours. */
    private static final Map<String, String> PHASES =
            Map.of("success", "opere", "perennisation", "opere", "alumni", "termine", "transfer", "transfere");

    private MarkdownLine() {}

    /** @param name of the file, without its ending: the key of the product there */
    static ObjectNode read(String file, String name) {
        FrontMatter parts = FrontMatter.of(file);
        Fields page = parts.fields();
        ObjectNode line = JSON.createObjectNode();
        put(line, "id", name.isEmpty() ? Words.slug(String.valueOf(page.text("title"))) : name);
        put(line, "title", page.text("title"));
        put(line, "pitch", first(page.text("mission"), page.text("pitch")));
        put(line, "description_md", parts.body());
        put(line, "repository", page.text("repository"));
        put(line, "website", page.text("link"));
        list(line, "themes", page.texts("thematiques"));
        list(line, "user_types", page.texts("usertypes"));
        list(line, "skill_ids", page.texts("technos"));
        list(line, "organisation_ids", organizations(page));
        phases(line, page.list("phases"));
        return line;
    }

    /** « /organisations/dinum » names the organisation « dinum ». */
    private static List<String> organizations(Fields page) {
        return Stream.concat(page.texts("sponsors").stream(), page.texts("owner").stream())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static void phases(ObjectNode line, List<Fields> phases) {
        ArrayNode rows = line.putArray("phases");
        String present = null;
        String since = "";
        for (Fields phase : phases) {
            String name = phase.text("name");
            String start = phase.text("start");
            if (name == null) {
                continue;
            }
            String ours = PHASES.getOrDefault(name, name);
            ObjectNode row = rows.addObject();
            row.put("nom", ours);
            String day = start == null ? "" : start.substring(0, Math.min(10, start.length()));
            row.put("debut", day);
            if (day.compareTo(since) >= 0) {
                present = ours;
                since = day;
            }
        }
        put(line, "phase", present);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static void list(ObjectNode line, String column, List<String> values) {
        ArrayNode list = line.putArray(column);
        values.forEach(list::add);
    }

    private static void put(ObjectNode line, String column, @Nullable String value) {
        if (value != null) {
            line.put(column, value);
        }
    }
}
