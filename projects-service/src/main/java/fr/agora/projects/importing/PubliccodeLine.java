package fr.agora.projects.importing;

import fr.agora.platform.text.Words;
import fr.agora.projects.publiccode.Publiccode;
import fr.agora.projects.publiccode.PubliccodeReading;
import fr.agora.projects.usecase.Phase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A publiccode.yml in the columns every import has. */
final class PubliccodeLine {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_KEY = 120;

    private PubliccodeLine() {}

    static ObjectNode read(Map<?, ?> document) {
        Publiccode read = PubliccodeReading.read(document);
        ObjectNode line = JSON.createObjectNode();
        String key = Words.slug(key(read));
        line.put("id", key.substring(0, Math.min(LONGEST_KEY, key.length())));
        put(line, "title", read.name());
        put(line, "pitch", read.pitch());
        put(line, "description_md", read.description());
        put(line, "repository", read.repository());
        put(line, "website", read.website());
        put(line, "phase", read.phase() == null ? null : word(read.phase()));
        if (read.name() != null) {
            ObjectNode brick = line.putArray("briques").addObject();
            brick.put("nom", read.name());
            brick.put("type", "interface");
            brick.put("acces", "ouvert");
            put(brick, "licence", read.licence());
        }
        return line;
    }

    /** The repository is what stays the same; its name may change. */
    private static String key(Publiccode read) {
        String repository = read.repository() == null ? "" : read.repository().replaceAll("^https?://|\\.git$|/+$", "");
        return repository.isEmpty() ? String.valueOf(read.name()) : repository;
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case IDEA -> "idee";
            case IN_PROGRESS -> "construction";
            case LIVE -> "opere";
            case REFERENCE -> "reference";
            case TRANSFERRED -> "transfere";
            case STOPPED -> "termine";
        };
    }

    private static void put(ObjectNode line, String column, @Nullable String value) {
        if (value != null) {
            line.put(column, value);
        }
    }
}
