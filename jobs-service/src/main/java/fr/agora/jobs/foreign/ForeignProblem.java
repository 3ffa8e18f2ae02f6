package fr.agora.jobs.foreign;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Why a whole file is turned away, before anything of it is taken. */
enum ForeignProblem implements ProblemType {
    IMPORT_STRAY_MARK(HttpStatus.UNPROCESSABLE_CONTENT),
    IMPORT_MALFORMED(HttpStatus.UNPROCESSABLE_CONTENT),
    IMPORT_UNKNOWN_FORMAT(HttpStatus.UNPROCESSABLE_CONTENT),
    IMPORT_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Another import of the same source is at work. */
    IMPORT_RUNNING(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ForeignProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
