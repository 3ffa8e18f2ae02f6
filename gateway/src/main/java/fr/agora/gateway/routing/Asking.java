package fr.agora.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one instance of a neighbour, and what it did not get or did not begin to answer, another: by the rule of
 * {@link SecondChance}, so that a write is never sent twice.
 */
final class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    /** Said by a service that is about to end, see platform-web's Leaving. */
    private static final String LEAVING = "X-Agora-Leaving";

    private final Neighbour neighbour;
    private final Instances instances;
    private final NeighbourClient client;
    private final OutgoingHeaders outgoing;

    Asking(Neighbour neighbour, Instances instances, NeighbourClient client, OutgoingHeaders outgoing) {
        this.neighbour = neighbour;
        this.instances = instances;
        this.client = client;
        this.outgoing = outgoing;
    }

    Answered ask(HttpServletRequest request, @Nullable String trace) throws IOException {
        List<Instance> order = instances.inTurn();
        boolean askedAgain = false;
        int at = 0;
        while (true) {
            Instance instance = order.get(at);
            boolean another = at + 1 < order.size();
            try {
                return ask(instance, request, trace);
            } catch (IOException failure) {
                SecondChance chance = SecondChance.after(failure);
                boolean again = switch (chance) {
                    case ANYTHING -> another;
                    // the last one is asked itself: its connection may only have been kept too long
                    case READS -> isRead(request) && !askedAgain;
                    case NOTHING -> false;
                };
                if (chance != SecondChance.NOTHING) {
                    instances.wentAway(instance);
                }
                if (!again) {
                    throw failure;
                }
                log.debug("An instance went away, it is asked again. neighbour={} cause={}", neighbour, failure);
                askedAgain |= chance == SecondChance.READS;
                at += another ? 1 : 0;
            }
        }
    }

    private Answered ask(Instance instance, HttpServletRequest request, @Nullable String trace) throws IOException {
        ClassicHttpResponse answer = client.open(
                instance.target(),
                outgoingRequest(request, instance, trace),
                Patience.isNeededBy(request.getRequestURI()));
        if (answer.containsHeader(LEAVING)) {
            instances.leaves(instance);
        } else {
            instances.answered(instance);
        }
        return new Answered(instance, answer);
    }

    private static boolean isRead(HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return read && !PassingBody.isIn(request);
    }

    private BasicClassicHttpRequest outgoingRequest(
            HttpServletRequest request, Instance instance, @Nullable String trace) {
        String query = request.getQueryString();
        String path = instance.path(request.getRequestURI());
        BasicClassicHttpRequest outgoingRequest = new BasicClassicHttpRequest(
                request.getMethod(), instance.target(), query == null ? path : path + "?" + query);
        outgoing.write(request, neighbour, trace, outgoingRequest);
        if (PassingBody.isIn(request)) {
            outgoingRequest.setEntity(new PassingBody(request));
        }
        return outgoingRequest;
    }
}
