package fr.agora.projects.request.web;

import fr.agora.projects.request.RequestHandling.Seen;
import fr.agora.projects.request.RequestState;
import fr.agora.projects.request.Side;
import java.time.Instant;
import java.util.List;

/**
 * A request as the API answers it to one of its parties.
 *
 * @param thread messages, each with the side it speaks for; nobody is named
 */
public record RequestView(
        String id,
        String useCase,
        String organization,
        List<String> blocks,
        RequestState state,
        Side side,
        List<Message> thread,
        String url) {

    /** One message. */
    public record Message(Side side, String text, Instant at) {}

    static RequestView of(Seen seen) {
        return new RequestView(
                seen.request().id(),
                seen.useCase().id(),
                seen.organization().id(),
                seen.request().blockIds(),
                seen.request().state(),
                seen.side(),
                seen.request().thread().stream()
                        .map(each -> new Message(each.side(), each.text(), each.at()))
                        .toList(),
                seen.request().url());
    }
}
