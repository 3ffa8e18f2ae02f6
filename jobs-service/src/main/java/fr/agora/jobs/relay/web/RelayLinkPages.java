package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.web.OfferShow;
import fr.agora.jobs.offer.web.Relayed;
import fr.agora.jobs.relay.OfferRelay;
import fr.agora.jobs.relay.Relaying;
import fr.agora.jobs.relay.Visitor;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A member's link: the offer itself, and one visit more. No cookie is set, nothing of the visitor is kept. */
@Controller
class RelayLinkPages {

    private final Relaying relaying;
    private final OfferShow show;
    private final OfferSettings settings;

    RelayLinkPages(Relaying relaying, OfferShow show, OfferSettings settings) {
        this.relaying = relaying;
        this.show = show;
        this.settings = settings;
    }

    @GetMapping("/offres/relais/{code}")
    String follow(
            @PathVariable String code,
            Optional<CurrentUser> reader,
            Page page,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        OfferRelay relay = relaying.followed(code);
        Relayed relayed = relay.isRevoked() ? null : new Relayed(relay.code(), relay.shownName());
        String view = show.show(relay.offerId(), reader, relayed, page, model, response);
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Link", "<" + settings.publicUrl() + "/offres/" + relay.offerId() + ">; rel=\"canonical\"");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.getMethod().equals("GET") && response.getStatus() == HttpStatus.OK.value()) {
            relaying.count(relay, visitor(request), reader);
        }
        return view;
    }

    private static Visitor visitor(HttpServletRequest request) {
        // the gateway says it, and removes what came from outside
        String address = Objects.requireNonNullElse(request.getHeader("X-Forwarded-For"), request.getRemoteAddr());
        boolean ahead = request.getHeader("Sec-Purpose") != null || request.getHeader("Purpose") != null;
        return new Visitor(address, request.getHeader("User-Agent"), ahead);
    }
}
