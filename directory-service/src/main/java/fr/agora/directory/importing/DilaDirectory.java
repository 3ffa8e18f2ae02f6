package fr.agora.directory.importing;

import fr.agora.directory.reference.Communes;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import fr.agora.platform.web.JsonEntries;
import fr.agora.platform.web.SpooledFile;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The State's « référentiel de l'organisation administrative » as its publisher, the DILA, gives it. Each service names
 * those below it (« Service Fils »), so that a first reading gathers who stands above whom: identifiers only, the
 * services themselves are read one at a time.
 */
final class DilaDirectory {

    private static final String FIELD = "service";

    private final Map<String, Set<String>> parents = new HashMap<>();
    private final BitSet tooLong;
    private final DilaService mapping;

    private DilaDirectory(BitSet tooLong, DilaService mapping) {
        this.tooLong = tooLong;
        this.mapping = mapping;
    }

    static DilaDirectory read(SpooledFile file, JsonMapper json, Communes communes) throws IOException {
        BitSet tooLong = JsonEntries.check(file.open(), FIELD, json);
        DilaDirectory directory = new DilaDirectory(tooLong, new DilaService(communes));
        try (JsonEntries services = directory.services(file, json)) {
            for (ImportEntry entry = services.next(); entry != null; entry = services.next()) {
                if (entry instanceof ImportEntry.Read(long line, ObjectNode service)) {
                    directory.link(service);
                }
            }
        }
        return directory;
    }

    JsonEntries services(SpooledFile file, JsonMapper json) throws IOException {
        return JsonEntries.of(file.open(), FIELD, tooLong, json);
    }

    private void link(ObjectNode service) {
        String id = service.path("id").asString("");
        for (JsonNode link : service.path("hierarchie")) {
            JsonNode named = link.path("service");
            String other = named.isObject() ? named.path("id").asString("") : named.asString("");
            String type = Words.fold(link.path("type_hierarchie").asString(""));
            if (other.isEmpty() || id.isEmpty()) {
                continue;
            }
            if (type.equals("service fils")) {
                above(other).add(id);
            } else if (type.equals("service pere") || type.equals("service parent")) {
                above(id).add(other);
            }
            // « Autre hiérarchie » links neighbours, neither of which supervises the other
        }
    }

    private Set<String> above(String id) {
        return parents.computeIfAbsent(id, first -> new LinkedHashSet<>());
    }

    ImportEntries entries(JsonEntries services) {
        return () -> {
            ImportEntry entry = services.next();
            return entry instanceof ImportEntry.Read(long line, ObjectNode service)
                    ? new ImportEntry.Read(
                            line,
                            mapping.line(
                                    service,
                                    parents.getOrDefault(service.path("id").asString(""), Set.of())))
                    : entry;
        };
    }
}
