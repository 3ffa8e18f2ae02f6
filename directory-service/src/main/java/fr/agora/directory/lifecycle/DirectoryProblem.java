package fr.agora.directory.lifecycle;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals of the directory's own; their texts are in the bundle {@code problems}. */
public enum DirectoryProblem implements ProblemType {
    DUPLICATE_ORGANIZATION(HttpStatus.CONFLICT),
    DUPLICATE_SIRET(HttpStatus.CONFLICT),
    CYCLE(HttpStatus.CONFLICT),
    MERGE_BELOW(HttpStatus.CONFLICT),
    ALREADY_MERGED(HttpStatus.CONFLICT),
    PROFILE_EXISTS(HttpStatus.CONFLICT),
    OTHER_SOURCE(HttpStatus.CONFLICT),
    ERASED_MEMBER(HttpStatus.CONFLICT),
    HELD_BACK(HttpStatus.CONFLICT);

    private final HttpStatus status;

    DirectoryProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
