package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.web.OfferCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open offers to pass on.
 *
 * @param consented whether the reader consented to relay, which is what the order comes from
 * @param cohort name of the reader's EIG cohort
 */
public record RelayBoardPage(boolean consented, @Nullable String cohort, List<Row> rows) {

    /** @param why an offer stands where it does, absent where only its date speaks for it */
    public record Row(OfferCard offer, @Nullable String why) {}
}
