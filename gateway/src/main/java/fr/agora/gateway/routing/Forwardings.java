package fr.agora.gateway.routing;

import fr.agora.gateway.PublicUrl;
import fr.agora.gateway.keycloak.BoundCookies;
import fr.agora.gateway.login.Tokens;
import fr.agora.gateway.pages.Notices;
import fr.agora.platform.tracing.Tracing;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the one forwarding each neighbour has, with its own circuit breaker for all its instances. */
@Component
class Forwardings {

    private final Neighbours neighbours;
    private final NeighbourClient client;
    private final OutgoingHeaders outgoing;
    private final BoundCookies keycloaks;
    private final Notices notices;
    private final Tracing tracing;
    private final MeterRegistry meters;

    Forwardings(
            Neighbours neighbours,
            NeighbourClient client,
            PublicUrl publicUrl,
            Tokens tokens,
            BoundCookies keycloaks,
            Notices notices,
            Tracing tracing,
            MeterRegistry meters) {
        this.neighbours = neighbours;
        this.client = client;
        this.outgoing = new OutgoingHeaders(publicUrl, tokens, keycloaks);
        this.keycloaks = keycloaks;
        this.notices = notices;
        this.tracing = tracing;
        this.meters = meters;
    }

    Forwarding to(Neighbour neighbour) {
        return new Forwarding(
                new Asking(
                        neighbour,
                        new Instances(
                                neighbour,
                                neighbours.of(neighbour),
                                System::nanoTime,
                                client::isReady,
                                Thread::startVirtualThread),
                        client,
                        outgoing),
                CircuitBreaker.of(neighbour.name().toLowerCase(Locale.ROOT), breaker()),
                keycloaks,
                notices,
                tracing,
                meters);
    }

    private CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(neighbours.breakerWindow())
                .minimumNumberOfCalls(Math.max(1, neighbours.breakerWindow() / 4))
                .failureRateThreshold(50)
                .waitDurationInOpenState(neighbours.breakerOpen())
                .permittedNumberOfCallsInHalfOpenState(2)
                // a half-open trial whose client went away must not hold the breaker for ever
                .maxWaitDurationInHalfOpenState(neighbours.readTimeout())
                .writableStackTraceEnabled(false)
                .build();
    }
}
