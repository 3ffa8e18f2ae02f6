package fr.agora.directory.importing;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One card: of all it may hold, what a profile says. Addresses and numbers of the person are not even looked at. */
final class Vcard {

    private static final Set<String> KEPT = Set.of("VERSION", "UID", "FN", "N", "TITLE", "ROLE", "ORG", "NOTE", "KIND");
    private static final Set<String> PROPERTIES = Set.of(
            "VERSION",
            "UID",
            "FN",
            "N",
            "TITLE",
            "ROLE",
            "ORG",
            "NOTE",
            "KIND",
            "ADR",
            "AGENT",
            "ANNIVERSARY",
            "BDAY",
            "BIRTHPLACE",
            "CALADRURI",
            "CALURI",
            "CATEGORIES",
            "CLASS",
            "CLIENTPIDMAP",
            "CONTACT-URI",
            "CREATED",
            "DEATHDATE",
            "DEATHPLACE",
            "EMAIL",
            "EXPERTISE",
            "FBURL",
            "GENDER",
            "GEO",
            "GRAMGENDER",
            "HOBBY",
            "IMPP",
            "INTEREST",
            "JSPROP",
            "KEY",
            "LABEL",
            "LANG",
            "LANGUAGE",
            "LOGO",
            "MAILER",
            "MEMBER",
            "NAME",
            "NICKNAME",
            "ORG-DIRECTORY",
            "PHOTO",
            "PRODID",
            "PROFILE",
            "PRONOUNS",
            "RELATED",
            "REV",
            "SOCIALPROFILE",
            "SORT-STRING",
            "SOUND",
            "SOURCE",
            "TEL",
            "TZ",
            "URL",
            "XML");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final Map<String, String> values = new HashMap<>();
    private boolean quotedPrintable;

    /** Whether a word is a property of a card: what is not continues a line that was folded wrongly. */
    static boolean isProperty(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return PROPERTIES.contains(upper) || upper.startsWith("X-");
    }

    /** The first of a kind counts. */
    void take(String property, String parameters, String value) {
        if (KEPT.contains(property)) {
            quotedPrintable |= parameters.toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
            values.putIfAbsent(property, value);
        }
    }

    @Nullable
    FieldProblem problem() {
        String version = value("VERSION");
        if (!version.equals("3.0") && !version.equals("4.0")) {
            return FieldProblem.of("VERSION", "import.vcard.version");
        }
        if (quotedPrintable) {
            return FieldProblem.of("line", "import.vcard.encoding");
        }
        if (identifier().isEmpty()) {
            return FieldProblem.of("UID", "import.vcard.uid");
        }
        return Set.of("", "individual").contains(value("KIND").toLowerCase(Locale.ROOT))
                ? null
                : FieldProblem.of("KIND", "import.vcard.kind");
    }

    /** The card in the words of the import format. */
    ObjectNode line(Function<String, Optional<String>> employers) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        List<String> names = parts(values.getOrDefault("N", ""));
        put(line, "id", identifier());
        put(line, "display_name", value("FN"));
        put(line, "family_name", names.getFirst());
        put(line, "given_name", names.size() > 1 ? names.get(1) : "");
        put(line, "role_title", value("TITLE").isEmpty() ? value("ROLE") : value("TITLE"));
        put(line, "bio", value("NOTE"));
        String employer = parts(values.getOrDefault("ORG", "")).getFirst();
        if (!employer.isEmpty()) {
            employers.apply(employer).ifPresent(id -> line.put("organisation_id", id));
        }
        return line;
    }

    private static void put(ObjectNode line, String field, String value) {
        if (!value.isEmpty()) {
            line.put(field, value);
        }
    }

    /** An identifier ends in an address of our pages: one made of a mail address, as some are, must not be read there. */
    private String identifier() {
        String uid = value("UID").replaceFirst("(?i)^urn:uuid:", "");
        boolean tellsNothing = uid.isEmpty() || IDENTIFIER.matcher(uid).matches();
        return tellsNothing ? uid : "vcard-" + ImportKey.of("", uid).digest().substring(0, 32);
    }

    private String value(String property) {
        return unescaped(values.getOrDefault(property, "")).strip();
    }

    private static List<String> parts(String structured) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < structured.length(); i++) {
            if (structured.charAt(i) == '\\') {
                i++;
            } else if (structured.charAt(i) == ';') {
                parts.add(unescaped(structured.substring(from, i)).strip());
                from = i + 1;
            }
        }
        parts.add(unescaped(structured.substring(from)).strip());
        return parts;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
