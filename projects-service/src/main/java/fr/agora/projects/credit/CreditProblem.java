package fr.agora.projects.credit;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What those who propose or answer a credit may be refused. */
public enum CreditProblem implements ProblemType {
    /** The person is already named, or asked, for this use case. */
    CREDIT_ALREADY_PROPOSED(HttpStatus.CONFLICT),
    /** Accepted, declined or withdrawn already. */
    CREDIT_STATE(HttpStatus.CONFLICT),
    TOO_MANY_CREDITS(HttpStatus.CONFLICT);

    private final HttpStatus status;

    CreditProblem(HttpStatus status) {
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
