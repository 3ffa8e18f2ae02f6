package fr.agora.platform.messaging;

/** A message that no retry will ever make readable, or data that its reader cannot use. */
public final class MalformedFact extends RuntimeException {

    public MalformedFact(String reason) {
        super("Malformed fact: " + reason);
    }
}
