package fr.agora.platform.messaging;

/** A store or an index is away: nothing is wrong with the facts, they only have to wait. */
public class DependencyUnavailable extends RuntimeException {

    public DependencyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public DependencyUnavailable(String message) {
        super(message);
    }
}
