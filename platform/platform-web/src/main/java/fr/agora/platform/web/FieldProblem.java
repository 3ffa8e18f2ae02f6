package fr.agora.platform.web;

import java.util.List;

/**
 * One wrong field.
 *
 * @param field path as the client wrote it, e.g. {@code indicators[0].measuredOn}
 * @param message a key of the problem bundles, or a ready sentence where a library only gives that
 */
public record FieldProblem(String field, String message, List<Object> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem of(String field, String messageKey, Object... arguments) {
        return new FieldProblem(field, messageKey, List.of(arguments));
    }
}
