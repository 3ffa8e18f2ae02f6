package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a rebuild does not begin. */
enum RebuildProblem implements ProblemType {
    REBUILD_RUNNING(HttpStatus.CONFLICT);

    private final HttpStatus status;

    RebuildProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
