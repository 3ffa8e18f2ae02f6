package fr.agora.gateway.routing;

import java.io.IOException;

/** The browser went away, or sent half a body: no neighbour is to blame. */
final class CallerLeft extends IOException {

    CallerLeft(IOException cause) {
        super(cause);
    }
}
