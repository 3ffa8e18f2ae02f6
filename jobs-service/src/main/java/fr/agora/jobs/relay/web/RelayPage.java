package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.web.OfferCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's page to pass one offer on.
 *
 * @param link absent until it is made
 * @param referrals what the member recommended for this offer
 */
public record RelayPage(OfferCard offer, @Nullable Link link, List<Proposal> referrals) {

    /**
     * A member's link.
     *
     * @param address whole, to be copied
     * @param since when it was made, as a day
     */
    public record Link(
            String code,
            String address,
            String title,
            String offerUrl,
            boolean signed,
            boolean revoked,
            long visits,
            long robots,
            long applications,
            String since) {}

    /**
     * A recommendation as whoever made it sees it: what became of it, never of whom it is.
     *
     * @param address to hand on, absent where the directory tells the person or there is nothing to answer
     */
    public record Proposal(
            String code,
            String state,
            String since,
            @Nullable String address,
            boolean revocable) {}
}
