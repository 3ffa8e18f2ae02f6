package fr.agora.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A replay did not complete; asking again is safe. */
public final class ReplayFailed extends RuntimeException {

    ReplayFailed(String message) {
        super(message);
    }

    ReplayFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
