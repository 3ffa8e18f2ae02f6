package fr.agora.jobs.application;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What candidates and recruiters may be refused. */
public enum ApplicationProblem implements ProblemType {
    /** The offer takes no applications here: it comes from elsewhere, or is not published. */
    NO_APPLICATIONS_HERE(HttpStatus.CONFLICT),
    OWN_OFFER(HttpStatus.CONFLICT),
    ALREADY_APPLIED(HttpStatus.CONFLICT),
    TOO_MANY_APPLICATIONS(HttpStatus.TOO_MANY_REQUESTS),
    CV_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** No PDF, ODT or DOCX by its content. */
    CV_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    CV_HARMFUL(HttpStatus.UNPROCESSABLE_CONTENT),
    CV_NOT_SCANNED(HttpStatus.SERVICE_UNAVAILABLE),
    /** What is withdrawn moves no more. */
    APPLICATION_WITHDRAWN(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ApplicationProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    ProblemException asException(Object... arguments) {
        return new ProblemException(this, arguments);
    }
}
