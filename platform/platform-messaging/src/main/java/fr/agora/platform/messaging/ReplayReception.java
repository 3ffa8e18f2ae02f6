package fr.agora.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.amqp.core.Message;

/** Follows a replay on its private queue until the owner says how many facts there were. */
final class ReplayReception {

    private final String requestId;
    private final Delivery delivery;
    private final Map<String, Long> receivedByRun = new HashMap<>();
    private final AtomicLong signsOfLife = new AtomicLong();
    private final CompletableFuture<Long> completed = new CompletableFuture<>();
    private volatile long parked;

    ReplayReception(String requestId, Delivery delivery) {
        this.requestId = requestId;
        this.delivery = delivery;
    }

    /** Called by the one thread of the listener. */
    void take(List<Message> messages) {
        var facts = new ArrayList<Message>(messages.size());
        for (var message : messages) {
            if (!Contracts.REPLAY_COMPLETED
                    .value()
                    .equals(message.getMessageProperties().getType())) {
                facts.add(message);
            }
        }
        signsOfLife.incrementAndGet();
        if (!facts.isEmpty()) {
            parked += delivery.deliver(facts);
            facts.forEach(message -> receivedByRun.merge(run(message), 1L, Long::sum));
        }
        signsOfLife.incrementAndGet();
        // last: whoever waits must find everything handled
        messages.stream().filter(message -> !facts.contains(message)).forEach(this::complete);
    }

    private void complete(Message message) {
        var announced = Envelope.read(message.getBody()).as(ReplayAnswers.Completed.class);
        if (!announced.requestId().equals(requestId)) {
            return;
        }
        long received = receivedByRun.getOrDefault(run(message), 0L);
        if (received < announced.count()) {
            completed.completeExceptionally(
                    new ReplayFailed("%d facts announced, %d received".formatted(announced.count(), received)));
        } else {
            completed.complete(announced.count());
        }
    }

    private static String run(Message message) {
        return String.valueOf(message.getMessageProperties().<Object>getHeader(ReplayAnswers.RUN));
    }

    void await(String owner, String kind, MessagingSettings.Replay settings) {
        long seen = 0;
        while (true) {
            var patience = seen == 0 ? settings.firstFact() : settings.nextFact();
            try {
                completed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                var now = signsOfLife.get();
                if (now == seen) {
                    throw new ReplayFailed(
                            seen == 0
                                    ? "%s did not begin to send %s within %s".formatted(owner, kind, patience)
                                    : "%s fell silent in the middle of %s for %s".formatted(owner, kind, patience));
                }
                seen = now;
            } catch (ExecutionException e) {
                throw new ReplayFailed("%s of %s are incomplete".formatted(kind, owner), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReplayFailed("The wait for %s of %s was interrupted".formatted(kind, owner));
            }
        }
    }

    long received() {
        return completed.getNow(0L);
    }

    long parked() {
        return parked;
    }
}
