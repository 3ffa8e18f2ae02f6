package fr.agora.directory.importing;

import fr.agora.directory.reference.Commune;
import fr.agora.directory.reference.Communes;
import fr.agora.platform.text.Words;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says one service of the DILA's file in the words of the import format. Names, addresses and numbers of people stay out. */
final class DilaService {

    private static final Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Set<String> LOCAL =
            Set.of("service-deconcentre", "collectivite-territoriale", "securite-sociale", "juridiction");
    private static final int LONGEST_SUMMARY = 1_000;

    private final Communes communes;

    DilaService(Communes communes) {
        this.communes = communes;
    }

    ObjectNode line(ObjectNode service, Set<String> parents) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        String name = text(service, "nom");
        String type = type(text(service, "type_organisme"), pivot(service), name);
        put(line, "id", text(service, "id"));
        put(line, "nom", name);
        put(line, "sigle", text(service, "sigle"));
        put(line, "type", type);
        put(line, "siren", text(service, "siren"));
        put(line, "siret", text(service, "siret"));
        put(line, "resume", summary(service.path("mission").asString("")));
        if (!parents.isEmpty()) {
            ArrayNode above = line.putArray("ids_tutelles");
            parents.forEach(above::add);
        }
        // a central body sits in Paris without being of Paris
        if (LOCAL.contains(type)) {
            commune(service).ifPresent(code -> line.putArray("territoires").add(code));
        }
        return line;
    }

    private static void put(ObjectNode line, String field, String value) {
        if (!value.isEmpty()) {
            line.put(field, value);
        }
    }

    private static String text(ObjectNode service, String field) {
        return service.path(field).asString("").strip();
    }

    private static String pivot(ObjectNode service) {
        return service.path("pivot").path(0).path("type_service_local").asString("");
    }

    /** Free words in the file; what they do not tell, the name does. */
    static String type(String typeOfBody, String pivot, String name) {
        String said = Words.fold(typeOfBody + " " + pivot.replace('_', ' '));
        String called = Words.fold(name);
        if (called.startsWith("ministere")) {
            return "ministere";
        }
        if (said.contains("independante")) {
            return "autorite-independante";
        }
        if (said.contains("juridiction") || called.startsWith("tribunal") || called.startsWith("cour d")) {
            return "juridiction";
        }
        if (said.contains("etablissement public") || said.contains("groupement") || said.contains("operateur")) {
            return "operateur";
        }
        if (said.contains("deconcentre") || said.contains("prefecture") || called.contains("departementale")) {
            return "service-deconcentre";
        }
        if (said.contains("mairie") || said.contains("collectivite") || said.contains("conseil departemental")) {
            return "collectivite-territoriale";
        }
        if (said.contains("cpam") || said.contains("caf ") || said.contains("securite sociale")) {
            return "securite-sociale";
        }
        if (called.startsWith("direction") || called.startsWith("secretariat general")) {
            return "direction";
        }
        return called.startsWith("service") || called.startsWith("bureau") || called.startsWith("sous-direction")
                ? "service"
                : "autre";
    }

    private static String summary(String mission) {
        String plain = BLANKS.matcher(TAGS.matcher(mission)
                        .replaceAll(" ")
                        .replace("&nbsp;", " ")
                        .replace("&#39;", "’")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"))
                .replaceAll(" ")
                .strip();
        // an address in there may be a person's
        if (plain.contains("@")) {
            return "";
        }
        return plain.length() <= LONGEST_SUMMARY
                ? plain
                : plain.substring(0, plain.lastIndexOf(' ', LONGEST_SUMMARY - 2)) + "…";
    }

    private Optional<String> commune(ObjectNode service) {
        Optional<String> named = known(text(service, "code_insee_commune"));
        JsonNode area = service.path("pivot").path(0).path("code_insee_commune");
        if (named.isEmpty() && area.size() == 1) {
            named = known(area.path(0).asString(""));
        }
        JsonNode address = service.path("adresse").path(0);
        return named.or(() -> addressed(
                address.path("code_postal").asString(""),
                address.path("nom_commune").asString("")));
    }

    private Optional<String> known(String code) {
        return Optional.of("COM-" + code).filter(communes::isKnown);
    }

    private Optional<String> addressed(String postalCode, String name) {
        String folded = Words.slug(name);
        return postalCode.length() != 5
                ? Optional.empty()
                : communes.withPostalCode(postalCode).stream()
                        .filter(commune -> Words.slug(commune.name()).equals(folded))
                        .map(Commune::code)
                        .findFirst();
    }
}
