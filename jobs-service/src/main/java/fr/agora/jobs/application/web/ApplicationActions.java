package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Applying;
import fr.agora.jobs.application.Selecting;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.web.OfferAction;
import fr.agora.jobs.offer.web.OfferActions;
import fr.agora.jobs.offer.web.Relayed;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Postuler », or one's application; for whoever recruits, the applications received. */
@Component
@Order(1)
class ApplicationActions implements OfferActions {

    private final Applying applying;
    private final Selecting selecting;

    ApplicationActions(Applying applying, Selecting selecting) {
        this.applying = applying;
        this.selecting = selecting;
    }

    @Override
    public List<OfferAction> of(Offer offer, Optional<CurrentUser> reader, @Nullable Relayed relayed, Page page) {
        if (reader.filter(offer::isRecruitedBy).isPresent()) {
            return offer.publishedAt() == null ? List.of() : List.of(received(offer, "secondary", page));
        }
        if (!applying.isOpen(offer)) {
            return List.of();
        }
        return List.of(reader.flatMap(candidate -> applying.sent(candidate, offer.id()))
                .map(sent -> new OfferAction(
                        page.t("application.mine.one"), "/candidatures/" + sent.id(), "secondary", "file-text-line"))
                .orElseGet(() -> new OfferAction(
                        page.t("application.do"),
                        page.href(offer.url() + "/postuler", "relais", relayed == null ? null : relayed.code()),
                        "primary",
                        "send-plane-line")));
    }

    @Override
    public Map<String, OfferAction> onDesk(Collection<Offer> offers, Page page) {
        List<Offer> shown =
                offers.stream().filter(offer -> offer.publishedAt() != null).toList();
        Map<String, Long> counts =
                selecting.counted(shown.stream().map(Offer::id).toList());
        Map<String, OfferAction> actions = new HashMap<>();
        for (Offer offer : shown) {
            long count = counts.getOrDefault(offer.id(), 0L);
            actions.put(
                    offer.id(),
                    new OfferAction(
                            page.t("application.received.count", page.number(count)),
                            received(offer, "tertiary", page).href(),
                            "tertiary",
                            null));
        }
        return actions;
    }

    private static OfferAction received(Offer offer, String kind, Page page) {
        return new OfferAction(
                page.t("application.received"), "/recrutement/offres/" + offer.id() + "/candidatures", kind, null);
    }
}
