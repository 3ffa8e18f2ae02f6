package fr.agora.directory.message;

import fr.agora.platform.web.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals of the message forms; their texts are in the bundle {@code problems}. */
enum MessageProblem implements ProblemType {
    TOO_MANY_MESSAGES(HttpStatus.TOO_MANY_REQUESTS),
    CONVERSATION_CLOSED(HttpStatus.CONFLICT),
    NOBODY_BEHIND_PROFILE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    MessageProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
