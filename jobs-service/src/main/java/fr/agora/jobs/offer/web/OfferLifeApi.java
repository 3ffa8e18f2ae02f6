package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferDesk;
import fr.agora.jobs.offer.OfferModeration;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of an offer once it is written, for programs. */
@Tag(name = "offers")
@RestController
@RequestMapping("/api/jobs")
class OfferLifeApi {

    private final OfferDesk desk;
    private final OfferModeration moderation;

    OfferLifeApi(OfferDesk desk, OfferModeration moderation) {
        this.desk = desk;
        this.moderation = moderation;
    }

    /** Why a moderator acts; the author reads it. */
    record Reason(@Nullable String reason) {}

    /** A new last day. */
    record Extension(@Nullable LocalDate validThrough) {}

    @Operation(summary = "Somebody was found: closes the offer")
    @PostMapping("/offers/{id}/fill")
    OfferView fill(@PathVariable String id, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(desk.fill(author, id));
    }

    @Operation(summary = "Files away an offer that is over")
    @PostMapping("/offers/{id}/archive")
    OfferView archive(@PathVariable String id, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(desk.archive(author, id));
    }

    @Operation(summary = "Gives it a new last day; one that is over is visible again")
    @PostMapping("/offers/{id}/extend")
    OfferView extend(
            @PathVariable String id, @RequestBody Extension extension, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(desk.extend(author, id, extension.validThrough()));
    }

    @Operation(summary = "Writes a draft that says the same")
    @PostMapping("/offers/{id}/duplicate")
    ResponseEntity<OfferView> duplicate(@PathVariable String id, @Parameter(hidden = true) CurrentUser author) {
        Offer copy = desk.duplicate(author, id);
        return ResponseEntity.created(URI.create("/api/jobs/offers/" + copy.id()))
                .body(OfferView.of(copy));
    }

    @Operation(summary = "Takes a published offer off, with a reason; moderators only")
    @PostMapping("/offers/{id}/suspend")
    OfferView suspend(
            @PathVariable String id, @RequestBody Reason why, @Parameter(hidden = true) CurrentUser moderator) {
        return OfferView.of(moderation.suspend(moderator, id, why.reason()));
    }

    @Operation(summary = "Gives an offer in review back to its author, with a reason; moderators only")
    @PostMapping("/offers/{id}/refuse")
    OfferView refuse(
            @PathVariable String id, @RequestBody Reason why, @Parameter(hidden = true) CurrentUser moderator) {
        return OfferView.of(moderation.refuse(moderator, id, why.reason()));
    }

    @Operation(summary = "Offers in review or suspended; moderators only")
    @GetMapping("/reviews")
    Slice<OfferView> waiting(@Parameter(hidden = true) CurrentUser moderator, Paging paging) {
        return moderation.waiting(moderator, paging).map(OfferView::of);
    }
}
