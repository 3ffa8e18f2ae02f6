package fr.agora.gateway.limits;

import java.io.IOException;

/** A body went past its bound while it was passing. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long bound) {
        super("A body may have " + bound + " bytes");
    }
}
