package fr.agora.projects.outside;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** An API the operator named, asked within bounds of time and size; silence is an answer. */
public final class Peer {

    private static final Logger log = LoggerFactory.getLogger(Peer.class);

    private final String name;
    private final Duration timeout;
    private final DataSize most;
    // no redirect is followed: the address is the operator's, and nobody else's
    private final HttpClient client;

    /** @param name for the log */
    public Peer(String name, Duration timeout, DataSize most) {
        this.name = name;
        this.timeout = timeout;
        this.most = most;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Whatever it answered, refusals included; empty when it was slow, cut the line or would not stop talking. */
    public Optional<HttpResponse<String>> ask(HttpRequest.Builder question) {
        try {
            return Optional.of(client.send(
                    question.timeout(timeout).build(), BodyHandlers.limiting(BodyHandlers.ofString(), most.toBytes())));
        } catch (IOException failed) {
            log.info(
                    "A neighbour outside gave no answer peer={} cause={}",
                    name,
                    failed.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
