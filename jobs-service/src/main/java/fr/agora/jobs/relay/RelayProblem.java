package fr.agora.jobs.relay;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What a member who passes offers on may be refused. */
enum RelayProblem implements ProblemType {
    /** Only an open, published offer is passed on. */
    NOT_RELAYABLE(HttpStatus.CONFLICT),
    /** So many recommendations wait for an answer, or were made today, that one must wait. */
    TOO_MANY_REFERRALS(HttpStatus.TOO_MANY_REQUESTS),
    /** One does not answer one's own recommendation. */
    OWN_REFERRAL(HttpStatus.FORBIDDEN),
    /** It was answered, taken back or is too old. */
    REFERRAL_OVER(HttpStatus.GONE);

    private final HttpStatus status;

    RelayProblem(HttpStatus status) {
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
