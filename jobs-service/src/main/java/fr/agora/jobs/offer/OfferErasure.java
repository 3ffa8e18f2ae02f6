package fr.agora.jobs.offer;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers of an erased person stay their organisation's; the person's account is forgotten. */
@Component
class OfferErasure implements DirectoryFacts {

    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");

    private final Offers offers;

    OfferErasure(Offers offers) {
        this.offers = offers;
    }

    @Override
    public void hear(Fact fact) {
        if (!fact.is(ERASED)) {
            return;
        }
        String account = fact.as(Told.class).accountId();
        if (account != null) {
            offers.disown(account);
        }
    }

    record Told(@Nullable String accountId) {}
}
