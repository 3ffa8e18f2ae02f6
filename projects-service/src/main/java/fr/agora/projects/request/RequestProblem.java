package fr.agora.projects.request;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What the parties of a request may be refused. */
public enum RequestProblem implements ProblemType {
    /** It has been accepted, refused or abandoned. */
    REQUEST_CLOSED(HttpStatus.CONFLICT),
    REQUEST_THREAD_FULL(HttpStatus.CONFLICT);

    private final HttpStatus status;

    RequestProblem(HttpStatus status) {
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
