package fr.agora.projects.albert;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** What asking the assistant may be refused. */
public enum AlbertProblem implements ProblemType {
    /** No assistant was configured here. */
    ASSISTANT_OFF(HttpStatus.CONFLICT),
    /** Off for now, slow, busy, or it talked nonsense: nothing was kept. */
    ASSISTANT_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** Only what anybody may read is ever sent. */
    ASSISTANT_NOT_PUBLIC(HttpStatus.CONFLICT);

    private final HttpStatus status;

    AlbertProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
