package fr.agora.jobs.recruiter;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What those who ask for mandates, or decide on them, may be refused. */
public enum RecruiterProblem implements ProblemType {
    /** One request or mandate of a kind at a time. */
    MANDATE_ALREADY_ASKED(HttpStatus.CONFLICT),
    /** The account has the role already, given by an administrator. */
    ALREADY_RECRUITER(HttpStatus.CONFLICT),
    /** The mandate is no longer where this decision applies. */
    RECRUITER_MANDATE_STATE(HttpStatus.CONFLICT),
    /** Nobody decides on their own mandate. */
    OWN_MANDATE(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    RecruiterProblem(HttpStatus status) {
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
