package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.relay.Relaying;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's links, for programs. */
@Tag(name = "relays")
@RestController
class RelayApi {

    private final Relaying relaying;
    private final OfferSettings settings;

    RelayApi(Relaying relaying, OfferSettings settings) {
        this.relaying = relaying;
        this.settings = settings;
    }

    /** How a link is made; without a body readers are not told who relays. */
    record Wish(@Nullable Boolean showName) {}

    @Operation(summary = "The caller's link to an open offer, made if there is none (members)")
    @PostMapping("/api/jobs/offers/{id}/relay")
    RelayView relay(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Wish wish,
            @Parameter(hidden = true) CurrentUser member) {
        return RelayView.of(
                relaying.relay(member, id, wish != null && Boolean.TRUE.equals(wish.showName())), settings.publicUrl());
    }

    @Operation(summary = "The caller's links with what came of each, the latest first")
    @GetMapping("/api/jobs/relays")
    Slice<RelayView> mine(@Parameter(hidden = true) CurrentUser member, Paging paging) {
        return relaying.mine(member, paging).map(relay -> RelayView.of(relay, settings.publicUrl()));
    }

    @Operation(summary = "Takes a link back: it leads to the offer still, and counts nothing (its member)")
    @DeleteMapping("/api/jobs/relays/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String code, @Parameter(hidden = true) CurrentUser member) {
        relaying.revoke(member, code);
    }
}
