package fr.agora.directory.network;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals about networks; their texts are in the bundle {@code problems}. */
public enum NetworkProblem implements ProblemType {
    BY_APPOINTMENT(HttpStatus.CONFLICT);

    private final HttpStatus status;

    NetworkProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
