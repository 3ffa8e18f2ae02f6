package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.jobs.relay.Referral;
import fr.agora.jobs.relay.Referring;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody who is recommended reads what it is about, and consents or does not. */
@Controller
class ReferralPages {

    private final Referring referring;
    private final Clock clock;

    ReferralPages(Referring referring, Clock clock) {
        this.referring = referring;
        this.clock = clock;
    }

    @GetMapping("/offres/recommandation/{code}")
    String read(
            @PathVariable String code,
            Optional<CurrentUser> reader,
            Page page,
            Model model,
            HttpServletResponse response) {
        Referral referral = referring.seen(code);
        Offer offer = referring.offer(referral, reader);
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        boolean own = reader.filter(referral::isBy).isPresent();
        boolean accepted = reader.filter(referral::isAcceptedBy).isPresent();
        model.addAttribute(
                "referral",
                new ReferralPage(
                        code,
                        OfferCard.of(offer, page, clock),
                        referral.byName().isBlank() ? page.t("referral.somebody") : referral.byName(),
                        referral.note(),
                        referral.isOpen(clock) && !own,
                        own,
                        accepted,
                        page.href(offer.url() + "/postuler", "recommandation", code)));
        return "relay/referral";
    }

    @PostMapping("/offres/recommandation/{code}/accepter")
    String accept(@PathVariable String code, CurrentUser person) {
        return "redirect:" + referring.accept(person, code).url() + "?fait=recommandation-acceptee";
    }

    @PostMapping("/offres/recommandation/{code}/refuser")
    String decline(@PathVariable String code, CurrentUser person) {
        referring.decline(person, code);
        return "redirect:/offres?fait=recommandation-refusee";
    }

    @PostMapping("/offres/recommandation/{code}/annuler")
    String takeBack(@PathVariable String code, CurrentUser by) {
        return "redirect:/offres/" + referring.takeBack(by, code).offerId()
                + "/relayer?fait=recommandation-annulee#recommander";
    }
}
