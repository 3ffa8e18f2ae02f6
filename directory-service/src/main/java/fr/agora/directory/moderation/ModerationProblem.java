package fr.agora.directory.moderation;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals of the moderation; their texts are in the bundle {@code problems}. */
enum ModerationProblem implements ProblemType {
    OWN_CASE(HttpStatus.FORBIDDEN),
    OWN_DECISION(HttpStatus.FORBIDDEN),
    CASE_CLOSED(HttpStatus.CONFLICT),
    NOT_CONTESTABLE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ModerationProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    ProblemException asException() {
        return new ProblemException(this);
    }
}
