package fr.agora.local.process;

import org.jspecify.annotations.Nullable;

/** A part of the local run did not start or stopped working; the message is one sentence for whoever typed the command. */
public final class PartFailed extends RuntimeException {
    public PartFailed(String sentence) {
        super(sentence);
    }

    public PartFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
