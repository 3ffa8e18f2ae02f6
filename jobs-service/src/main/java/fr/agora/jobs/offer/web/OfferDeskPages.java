package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferDesk;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of those who recruit: their own offers, found and closed in two clicks. */
@Controller
class OfferDeskPages {

    private static final int ROWS = 18;
    private static final int LONGEST_WORDS = 200;

    private final Offers offers;
    private final OfferDesk desk;
    private final List<OfferActions> actions;
    private final Clock clock;

    OfferDeskPages(Offers offers, OfferDesk desk, List<OfferActions> actions, Clock clock) {
        this.actions = actions;
        this.offers = offers;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/offres/mes-offres")
    String desk(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String statut,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser author,
            Page page,
            Model model) {
        String words = q == null || q.isBlank() ? null : q.strip();
        if (words != null && words.length() > LONGEST_WORDS) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "q");
        }
        Optional<OfferStatus> status = status(statut);
        Slice<Offer> found = offers.ofOwner(author.accountId(), status.orElse(null), words, new Paging(ROWS, cursor));
        Map<String, Object> chosen = new HashMap<>();
        if (words != null) {
            chosen.put("q", words);
        }
        status.ifPresent(each -> chosen.put("statut", each));
        model.addAttribute(
                "desk",
                new OfferDeskPage(
                        found.map(offer -> OfferCard.of(offer, page, clock)).items(),
                        actions(found.items(), page),
                        Form.of(chosen),
                        !chosen.isEmpty(),
                        statuses(page),
                        LocalDate.now(clock).toString(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "offers/desk";
    }

    @PostMapping("/offres/{id}/pourvoir")
    String fill(@PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return Returning.to(desk.fill(author, id), from, author, "pourvue");
    }

    @PostMapping("/offres/{id}/archiver")
    String archive(@PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser author) {
        return Returning.to(desk.archive(author, id), from, author, "archivee");
    }

    @PostMapping("/offres/{id}/prolonger")
    String extend(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String validThrough,
            @RequestParam(required = false) @Nullable String from,
            CurrentUser author) {
        return Returning.to(desk.extend(author, id, day(validThrough)), from, author, "prolongee");
    }

    @PostMapping("/offres/{id}/dupliquer")
    String duplicate(@PathVariable String id, CurrentUser author) {
        return "redirect:" + desk.duplicate(author, id).url() + "/modifier?fait=dupliquee";
    }

    private Map<String, List<OfferAction>> actions(List<Offer> shown, Page page) {
        Map<String, List<OfferAction>> all = new HashMap<>();
        actions.forEach(each -> each.onDesk(shown, page)
                .forEach((id, action) ->
                        all.computeIfAbsent(id, none -> new ArrayList<>()).add(action)));
        return all;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException wrong) {
            throw ProblemException.invalidField("validThrough", "field.format");
        }
    }

    private static Optional<OfferStatus> status(@Nullable String wanted) {
        return Arrays.stream(OfferStatus.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst();
    }

    private static List<Choice> statuses(Page page) {
        return Arrays.stream(OfferStatus.values())
                .map(each -> Choice.of(each.name(), page.t("status." + each)))
                .toList();
    }
}
