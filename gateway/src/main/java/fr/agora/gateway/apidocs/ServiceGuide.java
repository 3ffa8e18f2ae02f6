package fr.agora.gateway.apidocs;

import java.util.List;

/**
 * What one service offers to programs.
 *
 * @param name its name in paths, such as {@code directory}
 * @param available false when its document could not be read; then the lists are empty
 */
public record ServiceGuide(String name, boolean available, List<Operation> operations, List<Schema> schemas) {

    /** One method on one path; its anchor is unique on the page. */
    public record Operation(
            String anchor,
            String method,
            String path,
            String summary,
            List<Parameter> parameters,
            String body,
            List<Response> responses) {}

    /** A parameter, in the path, the query or a header. */
    public record Parameter(String name, String in, boolean required, String type, String description) {}

    /** An answer, by its status. */
    public record Response(String status, String description, String type) {}

    /** The shape of a body. */
    public record Schema(String anchor, String name, List<Field> fields) {}

    /** One field of a shape. */
    public record Field(String name, boolean required, String type, String description) {}

    static ServiceGuide missing(String name) {
        return new ServiceGuide(name, false, List.of(), List.of());
    }
}
