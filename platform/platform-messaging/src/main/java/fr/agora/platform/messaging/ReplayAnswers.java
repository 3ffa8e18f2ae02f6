package fr.agora.platform.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;

/** The owner's side of a replay: streams its current states to the private queue of whoever asked. */
final class ReplayAnswers {

    /** Which run of the owner a message belongs to: a run cut short by a crash is begun again whole. */
    static final String RUN = "agora-replay-run";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayAnswers.class);

    private final String name;
    private final Map<String, ReplaySource> sources;
    private final ConfirmedPublisher publisher;
    private final Parking parking;
    private final MessagingSettings settings;
    private final Clock clock;

    ReplayAnswers(
            List<ReplaySource> sources,
            ConfirmedPublisher publisher,
            Parking parking,
            MessagingSettings settings,
            Clock clock) {
        this.name = settings.name();
        this.sources = sources.stream().collect(Collectors.toMap(ReplaySource::kind, source -> source));
        this.publisher = publisher;
        this.parking = parking;
        this.settings = settings;
        this.clock = clock;
    }

    Consumer<List<Message>> listener(Stopping stopping) {
        var delivery = new Delivery(
                ContractTopology.replayInbox(name),
                facts -> facts.forEach(this::answer),
                type -> type.equals(Contracts.REPLAY_REQUESTED) ? Hearing.HEARD : Hearing.UNKNOWN,
                parking,
                settings.listening(),
                stopping);
        return delivery::deliver;
    }

    private void answer(Fact fact) {
        var request = fact.as(Request.class);
        var source = sources.get(request.kind());
        if (source == null) {
            throw new MalformedFact("%s replays %s, not \"%s\"".formatted(name, sources.keySet(), request.kind()));
        }
        // a request must not be able to write into just any queue
        if (!request.replyTo().matches("[a-z]+\\.replay\\.[A-Za-z0-9.-]+")) {
            throw new MalformedFact("no private queue of a replay: " + request.replyTo());
        }
        stream(source, request);
    }

    private void stream(ReplaySource source, Request request) {
        var run = UUID.randomUUID().toString();
        var window = new ReplayWindow(
                publisher,
                request.replyTo(),
                Map.of(RUN, run),
                settings.replay().window());
        try {
            source.forEachCurrent(window::add);
            window.flush();
            var completed = Envelope.entry(
                    Contracts.REPLAY_COMPLETED,
                    request.requestId(),
                    new Completed(request.kind(), request.requestId(), window.sent()),
                    0,
                    clock.instant());
            window.add(completed);
            window.flush();
            LOG.info(
                    "A replay is complete: kind={} request={} count={}",
                    request.kind(),
                    request.requestId(),
                    window.sent() - 1);
        } catch (ReplayWindow.NobodyWaits e) {
            LOG.info(
                    "A replay is given up, nobody waits for it any more: kind={} request={}",
                    request.kind(),
                    request.requestId());
        }
    }

    record Request(String owner, String kind, String replyTo, String requestId) {}

    record Completed(String kind, String requestId, long count) {}
}
