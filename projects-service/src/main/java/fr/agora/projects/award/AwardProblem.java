package fr.agora.projects.award;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What those who keep awards and links may be refused. */
public enum AwardProblem implements ProblemType {
    EDITION_EXISTS(HttpStatus.CONFLICT),
    TOO_MANY_MENTIONS(HttpStatus.CONFLICT);

    private final HttpStatus status;

    AwardProblem(HttpStatus status) {
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
