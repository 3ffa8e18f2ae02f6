package fr.agora.directory.scim;

import java.util.List;
import java.util.Map;

/** What SCIM programs ask first: what is offered here, and what a user looks like. */
final class ScimSelf {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    private ScimSelf() {}

    static Map<String, Object> config() {
        Map<String, Object> no = Map.of("supported", false);
        return Map.of(
                "schemas",
                List.of(CORE + "ServiceProviderConfig"),
                "patch",
                Map.of("supported", true),
                "bulk",
                Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0),
                "filter",
                Map.of("supported", true, "maxResults", ScimApi.MOST),
                "changePassword",
                no,
                "sort",
                no,
                "etag",
                no,
                "authenticationSchemes",
                List.of(Map.of(
                        "type", "oauthbearertoken",
                        "name", "OAuth 2.0 client credentials",
                        "description", "A client of the identity server, limited to one organisation")));
    }

    static Map<String, Object> userType() {
        return Map.of(
                "schemas", List.of(CORE + "ResourceType"),
                "id", "User",
                "name", "User",
                "endpoint", "/Users",
                "schema", ScimUser.SCHEMA);
    }

    static Map<String, Object> userSchema() {
        return Map.of(
                "schemas",
                List.of(CORE + "Schema"),
                "id",
                ScimUser.SCHEMA,
                "name",
                "User",
                "attributes",
                List.of(
                        attribute("userName", "string", true, "immutable", "default"),
                        attribute("name", "complex", false, "immutable", "default"),
                        attribute("active", "boolean", false, "readWrite", "default"),
                        // an address comes in for letters, and is told to nobody
                        attribute("emails", "complex", false, "writeOnly", "never")));
    }

    private static Map<String, Object> attribute(
            String name, String type, boolean required, String mutability, String returned) {
        return Map.of(
                "name",
                name,
                "type",
                type,
                "multiValued",
                name.equals("emails"),
                "required",
                required,
                "caseExact",
                false,
                "mutability",
                mutability,
                "returned",
                returned,
                "uniqueness",
                required ? "server" : "none");
    }
}
