package fr.agora.projects.usecase;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What the author of a use case may be refused. */
public enum UseCaseProblem implements ProblemType {
    /** Another use case already has the address asked for. */
    DUPLICATE_SLUG(HttpStatus.CONFLICT),
    NEVER_PUBLISHED(HttpStatus.CONFLICT),
    /** Moderators took it down. */
    USE_CASE_HELD_BACK(HttpStatus.CONFLICT);

    private final HttpStatus status;

    UseCaseProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    public ProblemException asException(Object... arguments) {
        return new ProblemException(this, arguments);
    }
}
