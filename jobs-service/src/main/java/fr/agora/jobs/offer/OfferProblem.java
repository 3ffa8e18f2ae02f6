package fr.agora.jobs.offer;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What a person who recruits may be refused. */
public enum OfferProblem implements ProblemType {
    /** The account recruits, yet belongs to no organisation. */
    NO_ORGANIZATION(HttpStatus.FORBIDDEN),
    /** A recruiter writes for their own organisation only. */
    OTHER_ORGANIZATION(HttpStatus.FORBIDDEN),
    NEVER_PUBLISHED(HttpStatus.CONFLICT),
    OFFER_OVER(HttpStatus.CONFLICT),
    /** It was there and is over: filled, expired or archived. */
    OFFER_CLOSED(HttpStatus.GONE),
    /** A moderator took it off, and a moderator alone puts it back. */
    OFFER_SUSPENDED(HttpStatus.CONFLICT),
    /** What is asked for needs an offer that readers see. */
    OFFER_NOT_PUBLISHED(HttpStatus.CONFLICT),
    /** Nobody asked for it to be reviewed. */
    OFFER_NOT_IN_REVIEW(HttpStatus.CONFLICT),
    /** An offer is filed away when it is over. */
    OFFER_STILL_OPEN(HttpStatus.CONFLICT);

    private final HttpStatus status;

    OfferProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
