package fr.agora.search.index;

import fr.agora.search.catalogue.JointFacets;
import fr.agora.search.catalogue.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings, analysis and mapping of an index, read from the files under {@code index/}. */
final class IndexDefinition {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NEVER_READ = List.of(
            "keywords",
            "strong",
            "organizations",
            "ministries",
            "territories",
            "ministryFacet",
            "territoryFacet",
            "skillFacet",
            "themeFacet",
            JointFacets.FIELD,
            "audience",
            "served",
            "place");

    private IndexDefinition() {}

    /** The body that creates an index of all kinds. */
    static ObjectNode ofCatalogue() {
        return of(fields());
    }

    /**
     * The body that creates the index of kept searches, which reads entries of any kind. Whatever is published is cut
     * into words once more for it, so only into those that decide whether something is found.
     */
    static ObjectNode ofAlerts() {
        var fields = fields();
        fields.forEach(field -> ((ObjectNode) field).remove("copy_to"));
        fields.remove("words");
        ((ObjectNode) fields.path("title"))
                .put("index", false)
                .withObject("/fields")
                .retain("joined");
        ((ObjectNode) fields.path("summary")).put("index", false);
        ((ObjectNode) fields.path("acronym")).put("index", false);
        fields.setAll(json("alert.json"));
        return of(fields);
    }

    private static ObjectNode fields() {
        var fields = json("common.json");
        Arrays.stream(Kind.values()).map(kind -> json(kind.code() + ".json")).forEach(fields::setAll);
        return fields;
    }

    private static ObjectNode of(ObjectNode properties) {
        var settings = json("settings.json");
        var synonyms = ((ObjectNode) settings.at("/analysis/filter/same_meaning")).putArray("synonyms");
        lines("synonyms-fr.txt").forEach(synonyms::add);
        var noise = ((ObjectNode) settings.at("/analysis/filter/query_noise")).putArray("stopwords");
        lines("noise-fr.txt").forEach(noise::add);
        var mappings = JSON.createObjectNode().put("dynamic", "strict");
        mappings.set("properties", properties);
        // what is only compared is never read back: the index is filled again by replay, not from itself
        var compared = mappings.putObject("_source").putArray("excludes");
        NEVER_READ.forEach(compared::add);
        var definition = JSON.createObjectNode();
        definition.set("settings", settings);
        definition.set("mappings", mappings);
        var digest = digest(definition.toString());
        mappings.putObject("_meta").put("definition", digest);
        return definition;
    }

    private static Stream<String> lines(String file) {
        return text(file).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private static ObjectNode json(String file) {
        return (ObjectNode) JSON.readTree(text(file));
    }

    private static String text(String file) {
        try (InputStream in = IndexDefinition.class.getResourceAsStream("/index/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
