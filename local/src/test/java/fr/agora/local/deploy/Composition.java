package fr.agora.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compose file as an engine reads it: anchors and merge keys resolved, variables left as they are written.
 *
 * @param text the file itself
 * @param root what it says
 */
record Composition(String text, JsonNode root) {

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)([^}]*)}");

    /**
     * One use of a variable.
     *
     * @param rest what follows the name: empty, {@code :-default} or {@code :?complaint}
     */
    record Use(String name, String rest) {

        boolean hasDefault() {
            return rest.startsWith("-") || rest.startsWith(":-");
        }

        boolean isDemanded() {
            return rest.startsWith("?") || rest.startsWith(":?");
        }
    }

    static Composition read(Path file) throws IOException {
        String text = Files.readString(file);
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new Composition(text, JsonMapper.shared().valueToTree(loaded));
    }

    Map<String, JsonNode> services() {
        return named("services");
    }

    Map<String, JsonNode> named(String section) {
        Map<String, JsonNode> found = new TreeMap<>();
        root.path(section).properties().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    Stream<Use> uses() {
        return VARIABLE.matcher(text).results().map(each -> new Use(each.group(1), each.group(2)));
    }

    static Map<String, String> environment(JsonNode service) {
        Map<String, String> found = new TreeMap<>();
        service.path("environment")
                .properties()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().asString("")));
        return found;
    }

    static TreeSet<String> words(JsonNode list) {
        TreeSet<String> found = new TreeSet<>();
        list.valueStream().map(each -> each.asString("")).forEach(found::add);
        return found;
    }

    static List<String> line(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).toList();
    }
}
