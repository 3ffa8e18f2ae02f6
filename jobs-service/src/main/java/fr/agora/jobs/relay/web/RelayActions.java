package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.web.OfferAction;
import fr.agora.jobs.offer.web.OfferActions;
import fr.agora.jobs.offer.web.Relayed;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.ui.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Relayer », for members. */
@Component
@Order(2)
class RelayActions implements OfferActions {

    @Override
    public List<OfferAction> of(Offer offer, Optional<CurrentUser> reader, @Nullable Relayed relayed, Page page) {
        if (!offer.isPublished() || reader.filter(each -> each.has(Role.MEMBER)).isEmpty()) {
            return List.of();
        }
        return List.of(new OfferAction(page.t("relay.do"), offer.url() + "/relayer", "secondary", "mail-line"));
    }
}
