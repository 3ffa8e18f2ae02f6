package fr.agora.gateway.apidocs;

import fr.agora.gateway.apidocs.ServiceGuide.Field;
import fr.agora.gateway.apidocs.ServiceGuide.Operation;
import fr.agora.gateway.apidocs.ServiceGuide.Parameter;
import fr.agora.gateway.apidocs.ServiceGuide.Response;
import fr.agora.gateway.apidocs.ServiceGuide.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads of an OpenAPI document what a person wants to know of it, and nothing when it is something else. */
final class OpenApiReading {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final String service;
    private final JsonNode document;

    OpenApiReading(String service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    ServiceGuide guide() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .map(method -> operation(path.getKey(), method, path.getValue()))
                        .forEach(operations::add));
        List<Schema> schemas = document.path("components").path("schemas").properties().stream()
                .map(schema -> new Schema(anchor(schema.getKey()), schema.getKey(), fields(schema.getValue())))
                .toList();
        return new ServiceGuide(service, true, List.copyOf(operations), schemas);
    }

    private Operation operation(String path, String method, JsonNode onPath) {
        JsonNode operation = onPath.path(method);
        List<Parameter> parameters = new ArrayList<>();
        onPath.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        List<Response> responses = operation.path("responses").properties().stream()
                .map(response -> new Response(
                        response.getKey(), text(response.getValue(), "description"), content(response.getValue())))
                .toList();
        String summary = text(operation, "summary");
        return new Operation(
                anchor(method + " " + path),
                method.toUpperCase(Locale.ROOT),
                path,
                summary.isEmpty() ? text(operation, "description") : summary,
                List.copyOf(parameters),
                content(operation.path("requestBody")),
                responses);
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "in"),
                parameter.path("required").asBoolean(false),
                type(parameter.path("schema")),
                text(parameter, "description"));
    }

    private static List<Field> fields(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        return schema.path("properties").properties().stream()
                .map(field -> new Field(
                        field.getKey(),
                        required.contains(field.getKey()),
                        type(field.getValue()),
                        text(field.getValue(), "description")))
                .toList();
    }

    private static String content(JsonNode holder) {
        return holder.path("content").properties().stream()
                .map(content -> type(content.getValue().path("schema")))
                .filter(type -> !type.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String type(JsonNode schema) {
        String reference = text(schema, "$ref");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(one -> one.asString("")).collect(Collectors.joining(" | "))
                : type.asString("");
        if (name.equals("array")) {
            return type(schema.path("items")) + "[]";
        }
        JsonNode choices = schema.path("enum");
        if (choices.isArray()) {
            return choices.valueStream().map(one -> one.asString("")).collect(Collectors.joining(" | "));
        }
        String format = text(schema, "format");
        return format.isEmpty() ? name : name + " (" + format + ")";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }

    private String anchor(String of) {
        return service + "-" + of.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
