package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.Offers;
import fr.agora.jobs.offer.web.AtomFeed;
import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.jobs.relay.RelayBoard;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Offres à relayer »: the board for a person, and the public offers as a feed. */
@Controller
class RelayBoardPages {

    private static final int ROWS = 24;
    private static final int ENTRIES = 50;

    private final RelayBoard board;
    private final Offers offers;
    private final OfferSettings settings;
    private final Clock clock;

    RelayBoardPages(RelayBoard board, Offers offers, OfferSettings settings, Clock clock) {
        this.board = board;
        this.offers = offers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/offres/a-relayer")
    String board(CurrentUser reader, Page page, Model model) {
        RelayBoard.Board mine = board.of(reader.accountId(), ROWS);
        model.addAttribute(
                "board",
                new RelayBoardPage(
                        mine.consented(),
                        mine.cohort(),
                        mine.rows().stream()
                                .map(row ->
                                        new RelayBoardPage.Row(OfferCard.of(row.offer(), page, clock), why(row, page)))
                                .toList()));
        return "relay/board";
    }

    private static @Nullable String why(RelayBoard.Row row, Page page) {
        List<String> reasons = new ArrayList<>();
        if (!row.skills().isEmpty()) {
            reasons.add(page.t("relay.why.skills", String.join(", ", row.skills())));
        }
        if (row.near()) {
            reasons.add(page.t("relay.why.near"));
        }
        return reasons.isEmpty() ? null : String.join(" · ", reasons);
    }

    /** The same for everybody: a feed's address is passed on, and a reader of feeds logs in nowhere. */
    @GetMapping("/offres/a-relayer.atom")
    void feed(Page page, HttpServletResponse response) throws IOException, XMLStreamException {
        List<Offer> listed =
                offers.listed(OfferFilter.NONE, false, Paging.first(ENTRIES)).items();
        AtomFeed feed = AtomFeed.open(response, page, settings.publicUrl());
        feed.head(page.t("relay.board"), page.t("relay.board.lead"), "/offres/a-relayer", listed, clock);
        for (Offer offer : listed) {
            OfferCard card = OfferCard.of(offer, page, clock);
            feed.entry(
                    offer,
                    page.t("relay.entry", card.title()),
                    card.summary() + " " + page.t("relay.entry.until", card.lastDay()),
                    offer.url() + "/relayer");
        }
        feed.close();
    }
}
