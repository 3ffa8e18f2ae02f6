package fr.agora.projects.reuse;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What those who declare, confirm or contest a reuse may be refused. */
public enum ReuseProblem implements ProblemType {
    /** Whoever carries a use case does not reuse it. */
    REUSE_BY_OWNER(HttpStatus.FORBIDDEN),
    NO_ORGANIZATION(HttpStatus.FORBIDDEN),
    /** Somebody else than its author vouches for a declaration. */
    OWN_DECLARATION(HttpStatus.FORBIDDEN),
    NOT_YOUR_PERIMETER(HttpStatus.FORBIDDEN),
    REUSE_ALREADY_DECLARED(HttpStatus.CONFLICT),
    /** The reuse is not in a state where that can be done. */
    REUSE_STATE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ReuseProblem(HttpStatus status) {
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
