package fr.agora.gateway.routing;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** An answer that begins, and whose it is. */
record Answered(Instance by, ClassicHttpResponse answer) implements Closeable {

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
