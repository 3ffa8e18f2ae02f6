package fr.agora.jobs.offer.web;

import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.util.LinkedHashMap;
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
    private final Organizations organizations;
    private final Clock clock;

    OfferListPages(Offers offers, Organizations organizations, Clock clock) {
        this.offers = offers;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/offres")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer minRemoteDays,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable ContractType contract,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        OfferFilter filter = new OfferFilter(q, minRemoteDays, family, territory, contract, organization);
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
                        Choices.contractTypes(page),
                        employer(filter.organization(), page),
                        page.href("/offres/flux.atom", chosen(filter)),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "offers/list";
    }

    private @Nullable String employer(@Nullable String id, Page page) {
        return id == null
                ? null
                : organizations.find(id).map(Organization::name).orElse(page.t("offer.employer.unknown"));
    }

    private static Map<String, Object> chosen(OfferFilter filter) {
        // in the order of the form: the address of a list is the same for all
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "q", filter.q());
        put(values, "minRemoteDays", filter.minRemoteDays());
        put(values, "family", filter.family());
        put(values, "territory", filter.territory());
        put(values, "contract", filter.contract());
        put(values, "organization", filter.organization());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
