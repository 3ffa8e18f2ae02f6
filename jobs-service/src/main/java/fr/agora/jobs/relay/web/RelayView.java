package fr.agora.jobs.relay.web;

import fr.agora.jobs.relay.OfferRelay;
import java.time.Instant;

/**
 * A member's link as the API tells it.
 *
 * @param url the whole address to pass on
 * @param showName whether readers are told who relays
 * @param visits by people, each once a day
 * @param robots visits by programs, set apart
 * @param applications that came by it
 */
record RelayView(
        String code,
        String offerId,
        String url,
        boolean showName,
        long visits,
        long robots,
        long applications,
        Instant createdAt,
        boolean revoked) {

    static RelayView of(OfferRelay relay, String site) {
        return new RelayView(
                relay.code(),
                relay.offerId(),
                site + relay.url(),
                relay.shownName() != null,
                relay.visits(),
                relay.robots(),
                relay.applications(),
                relay.createdAt(),
                relay.isRevoked());
    }
}
