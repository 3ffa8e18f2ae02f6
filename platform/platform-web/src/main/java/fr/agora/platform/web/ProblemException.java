package fr.agora.platform.web;

import java.util.List;

/** An expected refusal on its way to the client. */
public class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;

    /** @param arguments fill the placeholders of the problem's detail */
    public ProblemException(ProblemType type, Object... arguments) {
        this(type, List.of(arguments), List.of());
    }

    private ProblemException(ProblemType type, List<Object> arguments, List<FieldProblem> fields) {
        // without a stack trace: refusals are answers, and nobody reads their stack
        super(type.code(), null, false, false);
        this.type = type;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** Every wrong field at once, so that a form is mended in one go. */
    public static ProblemException invalidFields(List<FieldProblem> fields) {
        return new ProblemException(CommonProblem.INVALID_FIELDS, List.of(), List.copyOf(fields));
    }

    public static ProblemException invalidField(String field, String messageKey, Object... arguments) {
        return invalidFields(List.of(FieldProblem.of(field, messageKey, arguments)));
    }

    /** Hidden and absent look the same. */
    public static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }

    public ProblemType type() {
        return type;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
