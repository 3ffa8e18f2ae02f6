package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list anyone sees. */
@Controller
class OfferListPages {

    private static final int ROWS = 18;

    private final Offers offers;
    private final Clock clock;

    OfferListPages(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping("/offres")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer minRemoteDays,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        OfferFilter filter = new OfferFilter(q, minRemoteDays, family, territory);
        Slice<Offer> found = offers.listed(filter, reader.isPresent(), new Paging(ROWS, cursor));
        model.addAttribute(
                "list",
                new OfferListPage(
                        found.map(offer -> OfferCard.of(offer, page, clock)).items(),
                        Form.of(chosen(filter)),
                        !filter.isEmpty(),
                        Choices.atLeastRemoteDays(page),
                        Choices.families(page),
                        Choices.territories(page),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "offers/list";
    }

    private static Map<String, Object> chosen(OfferFilter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "q", filter.q());
        put(values, "minRemoteDays", filter.minRemoteDays());
        put(values, "family", filter.family());
        put(values, "territory", filter.territory());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
