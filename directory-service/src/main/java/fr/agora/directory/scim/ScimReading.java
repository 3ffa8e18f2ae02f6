package fr.agora.directory.scim;

import fr.agora.directory.identity.NewAccount;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what SCIM programs send, with the liberties the common ones take. */
final class ScimReading {

    private static final int LONGEST = 255;
    private static final int MOST_OPERATIONS = 20;
    private static final Pattern BY_NAME =
            Pattern.compile("\\s*userName\\s+eq\\s+\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"\\s*", Pattern.CASE_INSENSITIVE);

    private ScimReading() {}

    static NewAccount account(JsonNode user) {
        String userName = text(user, "userName");
        if (userName == null || userName.isBlank()) {
            throw ScimRefusal.invalid("invalidValue", "userName is missing");
        }
        JsonNode name = user.path("name");
        JsonNode active = user.path("active");
        return new NewAccount(
                userName,
                address(user.path("emails")),
                text(name, "givenName"),
                text(name, "familyName"),
                active.isMissingNode() || isTrue(active));
    }

    private static @Nullable String address(JsonNode emails) {
        JsonNode chosen = emails.path(0);
        for (JsonNode each : emails) {
            if (each.path("primary").asBoolean(false)) {
                chosen = each;
            }
        }
        return text(chosen, "value");
    }

    private static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().length() > LONGEST) {
            throw ScimRefusal.invalid("invalidValue", member + " is a text of at most " + LONGEST + " characters");
        }
        return value.asString();
    }

    /** Whether the user is to be active; nothing else can be changed. */
    static boolean active(JsonNode patch) {
        JsonNode operations = patch.path("Operations");
        if (operations.size() == 0 || operations.size() > MOST_OPERATIONS || !operations.isArray()) {
            throw ScimRefusal.invalid("invalidSyntax", "Operations holds 1 to " + MOST_OPERATIONS + " operations");
        }
        boolean active = true;
        for (JsonNode operation : operations) {
            active = isTrue(value(operation));
        }
        return active;
    }

    private static JsonNode value(JsonNode operation) {
        String path = operation.path("path").asString("");
        JsonNode value = operation.path("value");
        boolean replaces = operation.path("op").asString("").equalsIgnoreCase("replace");
        if (replaces && path.equalsIgnoreCase("active")) {
            return value;
        }
        if (replaces && path.isEmpty() && value.isObject() && value.size() == 1 && value.has("active")) {
            return value.path("active");
        }
        throw ScimRefusal.invalid("mutability", "Only active can be replaced");
    }

    // some programs write "False"
    private static boolean isTrue(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        String text = value.isString() ? value.asString() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw ScimRefusal.invalid("invalidValue", "active is true or false");
    }

    /** The name a filter asks for. */
    static String userName(String filter) {
        Matcher matcher = BY_NAME.matcher(filter);
        if (filter.length() > 2 * LONGEST || !matcher.matches()) {
            throw ScimRefusal.invalid("invalidFilter", "The filter known here is: userName eq \"…\"");
        }
        return matcher.group(1).replaceAll("\\\\(.)", "$1");
    }
}
