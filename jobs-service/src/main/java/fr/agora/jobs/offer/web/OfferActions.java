package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Declares, as a bean, what else there is to do with an offer: those who declare it know offers, not the reverse. */
public interface OfferActions {

    /** What a reader may do with an offer that is open to them. */
    List<OfferAction> of(Offer offer, Optional<CurrentUser> reader, @Nullable Relayed relayed, Page page);

    /** What their author may do with offers on the desk, by the offer's id; asked once for all that are shown. */
    default Map<String, OfferAction> onDesk(Collection<Offer> offers, Page page) {
        return Map.of();
    }
}
