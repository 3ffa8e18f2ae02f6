package fr.agora.search.index;

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
            "audience",
            "served",
            "place");

    private IndexDefinition() {}

    /** The body that creates an index of all kinds. */
    static ObjectNode ofCatalogue() {
        return of(JSON.createObjectNode());
    }

    /** The body that creates the index of kept searches, which reads entries of any kind. */
    static ObjectNode ofAlerts() {
        return of(json("alert.json"));
    }

    private static ObjectNode of(ObjectNode own) {
        var settings = json("settings.json");
        var synonyms = ((ObjectNode) settings.at("/analysis/filter/same_meaning")).putArray("synonyms");
        lines("synonyms-fr.txt").forEach(synonyms::add);
        var noise = ((ObjectNode) settings.at("/analysis/filter/query_noise")).putArray("stopwords");
        lines("noise-fr.txt").forEach(noise::add);
        var properties = json("common.json");
        Arrays.stream(Kind.values()).map(kind -> json(kind.code() + ".json")).forEach(properties::setAll);
        properties.setAll(own);
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
