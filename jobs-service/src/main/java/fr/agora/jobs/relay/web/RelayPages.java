package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.jobs.relay.OfferRelay;
import fr.agora.jobs.relay.Referral;
import fr.agora.jobs.relay.Referring;
import fr.agora.jobs.relay.Relaying;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member passes an offer on: the link with its counts, and recommendations. */
@Controller
class RelayPages {

    private static final int ROWS = 20;

    private final Relaying relaying;
    private final Referring referring;
    private final OfferAccess access;
    private final OfferSettings settings;
    private final ProblemTexts texts;
    private final Clock clock;

    RelayPages(
            Relaying relaying,
            Referring referring,
            OfferAccess access,
            OfferSettings settings,
            ProblemTexts texts,
            Clock clock) {
        this.relaying = relaying;
        this.referring = referring;
        this.access = access;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/offres/{id}/relayer")
    String one(@PathVariable String id, CurrentUser member, Page page, Model model) {
        return show(Form.blank(), relaying.relayable(member, id), member, page, model);
    }

    @PostMapping("/offres/{id}/relayer")
    String relay(@PathVariable String id, @RequestParam(defaultValue = "false") boolean signed, CurrentUser member) {
        relaying.relay(member, id, signed);
        return "redirect:/offres/" + id + "/relayer?fait=relais";
    }

    @PostMapping("/offres/relais/{code}/revoquer")
    String revoke(@PathVariable String code, CurrentUser member) {
        relaying.revoke(member, code);
        return "redirect:/offres/mes-relais?fait=relais-revoque";
    }

    @GetMapping("/offres/mes-relais")
    String mine(@RequestParam(required = false) @Nullable String cursor, CurrentUser member, Page page, Model model) {
        Slice<OfferRelay> found = relaying.mine(member, new Paging(ROWS, cursor));
        List<RelayPage.Link> links = new ArrayList<>();
        Map<String, Offer> offers = new HashMap<>();
        access.named(found.items().stream().map(OfferRelay::offerId).toList())
                .forEach(offer -> offers.put(offer.id(), offer));
        for (OfferRelay relay : found.items()) {
            Offer offer = offers.get(relay.offerId());
            if (offer != null) {
                links.add(link(relay, offer, page));
            }
        }
        model.addAttribute("links", links);
        model.addAttribute("next", found.next() == null ? null : page.here("cursor", found.next()));
        model.addAttribute("first", cursor == null ? null : page.here());
        return "relay/mine";
    }

    @PostMapping("/offres/{id}/recommander")
    String refer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String note,
            CurrentUser member,
            Page page,
            Model model,
            HttpServletResponse response) {
        try {
            Referral made = referring.refer(member, id, profile, note);
            return "redirect:/offres/" + id + "/relayer?fait="
                    + (made.isByLink() ? "recommandation-lien" : "recommandation") + "#recommander";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            Form form = Form.of(Map.of("profile", orEmpty(profile), "note", orEmpty(note)));
            refused.fields()
                    .forEach(field -> form.named(field.field(), page.t("referral." + field.field()))
                            .reject(field.field(), page.t("offer.this-field", texts.field(field, page.locale()))));
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(form, relaying.relayable(member, id), member, page, model);
        }
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private String show(Form form, Offer offer, CurrentUser member, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "relay",
                new RelayPage(
                        OfferCard.of(offer, page, clock),
                        relaying.mine(member, offer.id())
                                .map(relay -> link(relay, offer, page))
                                .orElse(null),
                        referring.mine(member, offer.id()).stream()
                                .map(each -> proposal(each, page))
                                .toList()));
        return "relay/one";
    }

    private RelayPage.Link link(OfferRelay relay, Offer offer, Page page) {
        return new RelayPage.Link(
                relay.code(),
                settings.publicUrl() + relay.url(),
                offer.content().title(),
                offer.url(),
                relay.shownName() != null,
                relay.isRevoked(),
                relay.visits(),
                relay.robots(),
                relay.applications(),
                page.date(relay.createdAt()));
    }

    private RelayPage.Proposal proposal(Referral referral, Page page) {
        boolean open = referral.isOpen(clock);
        boolean old = referral.state() == Referral.State.PROPOSED && !open;
        return new RelayPage.Proposal(
                referral.code(),
                page.t("referral.state." + (old ? "OLD" : referral.state())),
                page.date(referral.createdAt()),
                open && referral.isByLink() ? settings.publicUrl() + referral.url() : null,
                open || referral.state() == Referral.State.ACCEPTED);
    }
}
