package fr.agora.search.alert;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a search is not kept. */
enum AlertProblem implements ProblemType {
    TOO_MANY_ALERTS(HttpStatus.CONFLICT);

    private final HttpStatus status;

    AlertProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
