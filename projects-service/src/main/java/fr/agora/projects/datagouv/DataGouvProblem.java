package fr.agora.projects.datagouv;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What the publication as a reuse may be refused. */
public enum DataGouvProblem implements ProblemType {
    /** No key was configured here. */
    DATA_GOUV_OFF(HttpStatus.CONFLICT),
    /** data.gouv.fr did not take it. */
    DATA_GOUV_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** Somebody else is sending it. */
    DATA_GOUV_UNDERWAY(HttpStatus.CONFLICT),
    /** A reuse names at least one dataset used. */
    DATA_GOUV_NO_DATASET(HttpStatus.CONFLICT),
    /** Only what anybody may read is published elsewhere. */
    DATA_GOUV_NOT_PUBLIC(HttpStatus.CONFLICT);

    private final HttpStatus status;

    DataGouvProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
