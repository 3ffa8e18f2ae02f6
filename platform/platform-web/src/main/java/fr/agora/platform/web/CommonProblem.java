package fr.agora.platform.web;

import org.springframework.http.HttpStatus;

/** Problems any service may answer. */
public enum CommonProblem implements ProblemType {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    LOGIN_REQUIRED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    SECOND_FACTOR_REQUIRED(HttpStatus.FORBIDDEN),
    FORM_EXPIRED(HttpStatus.FORBIDDEN),
    INVALID_FIELDS(HttpStatus.UNPROCESSABLE_CONTENT),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    MISSING_PARAMETER(HttpStatus.BAD_REQUEST),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    EDIT_CONFLICT(HttpStatus.CONFLICT),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    CommonProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
