package fr.agora.directory.mandate;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals about mandates; their texts are in the bundle {@code problems}. */
public enum MandateProblem implements ProblemType {
    OVERLAPPING_AMDAC(HttpStatus.CONFLICT),
    MANDATE_STATE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    MandateProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
