package fr.agora.projects.funding;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What the recording of a grant may be refused. */
public enum FundingProblem implements ProblemType {
    /** One grant a use case and year. */
    DUPLICATE_GRANT(HttpStatus.CONFLICT),
    /** The use case is carried by an administration the window is not for. */
    NOT_ELIGIBLE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    FundingProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
