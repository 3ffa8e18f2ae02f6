package fr.agora.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Says which problem an exception is, for the API and the pages alike. */
public final class ProblemClassifier {

    /** Attribute of a request whose sender would have further roles after a login with a second factor. */
    public static final String WEAK_LOGIN = "fr.agora.weak-login";

    private ProblemClassifier() {}

    /** The same, but for somebody who is refused what another login of theirs might open. */
    static ProblemException heardBy(HttpServletRequest request, ProblemException problem) {
        return problem.type() == CommonProblem.FORBIDDEN && request.getAttribute(WEAK_LOGIN) != null
                ? new ProblemException(CommonProblem.SECOND_FACTOR_REQUIRED)
                : problem;
    }

    public static ProblemException classify(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case BindException binding -> ProblemException.invalidFields(fields(binding.getBindingResult()));
            case ConstraintViolationException violations ->
                ProblemException.invalidFields(fields(violations.getConstraintViolations()));
            case HandlerMethodValidationException validation -> parameters(validation);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case JacksonException malformed -> malformed(malformed);
            case MissingServletRequestParameterException missing ->
                new ProblemException(CommonProblem.MISSING_PARAMETER, missing.getParameterName());
            case TypeMismatchException mismatch ->
                new ProblemException(
                        CommonProblem.INVALID_PARAMETER, Objects.requireNonNullElse(mismatch.getPropertyName(), "?"));
            case ServletRequestBindingException binding -> new ProblemException(CommonProblem.INVALID_REQUEST);
            case HttpRequestMethodNotSupportedException method ->
                new ProblemException(CommonProblem.METHOD_NOT_ALLOWED, method.getMethod());
            case HttpMediaTypeNotSupportedException media -> new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
            case HttpMediaTypeNotAcceptableException media -> new ProblemException(CommonProblem.NOT_ACCEPTABLE);
            case MaxUploadSizeExceededException size -> new ProblemException(CommonProblem.BODY_TOO_LARGE);
            case MultipartException parts -> new ProblemException(CommonProblem.INVALID_REQUEST);
            case InvalidParameterException undecodable -> new ProblemException(CommonProblem.INVALID_REQUEST);
            // that of a wildcard type, which Spring believes to be ours
            case IllegalArgumentException wrong
            when String.valueOf(wrong.getMessage()).startsWith("Content-Type cannot contain") ->
                new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
            case NoResourceFoundException absent -> ProblemException.notFound();
            case NoHandlerFoundException absent -> ProblemException.notFound();
            case OptimisticLockingFailureException conflict -> new ProblemException(CommonProblem.EDIT_CONFLICT);
            case DataAccessResourceFailureException down -> new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
            case AuthenticationException anonymous -> new ProblemException(CommonProblem.LOGIN_REQUIRED);
            case AccessDeniedException denied -> new ProblemException(CommonProblem.FORBIDDEN);
            default -> new ProblemException(CommonProblem.INTERNAL_ERROR);
        };
    }

    /** The problem that says as much as a bare status does. */
    public static ProblemType ofStatus(int status) {
        for (CommonProblem problem : CommonProblem.values()) {
            if (problem.status().value() == status
                    && problem != CommonProblem.FORM_EXPIRED
                    && problem != CommonProblem.EDIT_CONFLICT
                    && problem != CommonProblem.METHOD_NOT_ALLOWED
                    && status != HttpStatus.BAD_REQUEST.value()) {
                return problem;
            }
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? CommonProblem.INVALID_REQUEST
                : CommonProblem.INTERNAL_ERROR;
    }

    private static ProblemException unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof BodyTooLarge) {
                return new ProblemException(CommonProblem.BODY_TOO_LARGE);
            }
            if (cause instanceof JacksonException malformed) {
                return malformed(malformed);
            }
        }
        return new ProblemException(CommonProblem.MALFORMED_BODY, "-");
    }

    private static ProblemException malformed(JacksonException malformed) {
        for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return new ProblemException(CommonProblem.BODY_TOO_LARGE);
            }
        }
        if (malformed instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return ProblemException.invalidField(path(wrong.getPath()), "field.type");
        }
        var where = malformed.getLocation();
        String place = where == null ? "-" : where.getLineNr() + ":" + where.getColumnNr();
        return new ProblemException(CommonProblem.MALFORMED_BODY, place);
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static ProblemException parameters(HandlerMethodValidationException validation) {
        List<FieldProblem> fields = new ArrayList<>();
        validation
                .getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors().forEach(error -> {
                    String parameter = Objects.requireNonNullElse(
                            result.getMethodParameter().getParameterName(), "?");
                    String field = error instanceof FieldError wrong ? wrong.getField() : parameter;
                    fields.add(FieldProblem.of(
                            field, Objects.requireNonNullElse(error.getDefaultMessage(), "field.invalid")));
                }));
        return ProblemException.invalidFields(fields);
    }

    /** Usable for a form's errors too. */
    public static List<FieldProblem> fields(BindingResult result) {
        List<FieldProblem> fields = new ArrayList<>();
        for (ObjectError error : result.getAllErrors()) {
            String field = error instanceof FieldError wrong ? wrong.getField() : error.getObjectName();
            if (error instanceof FieldError wrong && wrong.isBindingFailure()) {
                fields.add(FieldProblem.of(field, "field.type"));
            } else if (error.contains(ConstraintViolation.class)) {
                fields.add(field(field, error.unwrap(ConstraintViolation.class)));
            } else {
                fields.add(
                        FieldProblem.of(field, Objects.requireNonNullElse(error.getDefaultMessage(), "field.invalid")));
            }
        }
        return fields;
    }

    /** What a validator found, for callers who run it themselves. */
    public static List<FieldProblem> fields(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> field(violation.getPropertyPath().toString(), violation))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    /** The bound a text may name as {0}: {@code max} of a size, {@code value} of a minimum or maximum. */
    private static FieldProblem field(String field, ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        // the validator's words for an entry of a list, which mean nothing to a client
        String path = field.replace(".<list element>", "");
        Object bound = attributes.containsKey("max") ? attributes.get("max") : attributes.get("value");
        return bound == null
                ? FieldProblem.of(path, violation.getMessage())
                : FieldProblem.of(path, violation.getMessage(), bound);
    }
}
