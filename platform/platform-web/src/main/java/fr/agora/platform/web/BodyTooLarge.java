package fr.agora.platform.web;

import java.io.IOException;

/** A body went over its bound while it was read. */
final class BodyTooLarge extends IOException {

    BodyTooLarge(long bound) {
        super("A body is larger than its bound: " + bound + " bytes");
    }
}
