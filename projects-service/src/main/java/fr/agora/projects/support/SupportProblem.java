package fr.agora.projects.support;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What the handling of a request may be refused. */
public enum SupportProblem implements ProblemType {
    /** The request is closed or declined. */
    SUPPORT_OVER(HttpStatus.CONFLICT),
    /** The step does not follow from where the request stands. */
    SUPPORT_STEP(HttpStatus.CONFLICT),
    /** A thread has an end, so that one document never swallows a store. */
    THREAD_FULL(HttpStatus.CONFLICT);

    private final HttpStatus status;

    SupportProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
