package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.OfferRequest;
import fr.agora.jobs.offer.OfferWriting;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers for programs. */
@Tag(name = "offers")
@RestController
@RequestMapping("/api/jobs/offers")
class OfferApi {

    private final Offers offers;
    private final OfferAccess access;
    private final OfferWriting writing;

    OfferApi(Offers offers, OfferAccess access, OfferWriting writing) {
        this.offers = offers;
        this.access = access;
        this.writing = writing;
    }

    @Operation(summary = "Published offers, the latest first; with mine=true one's own in every state")
    @GetMapping
    Slice<OfferView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer minRemoteDays,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable ContractType contract,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(hidden = true) Optional<CurrentUser> reader,
            Paging paging) {
        if (mine) {
            CurrentUser author =
                    reader.orElseThrow(() -> new AuthenticationCredentialsNotFoundException("login required"));
            return offers.ofOwner(author.accountId(), paging).map(OfferView::of);
        }
        OfferFilter filter = new OfferFilter(q, minRemoteDays, family, territory, contract, organization);
        return offers.listed(filter, reader.isPresent(), paging).map(OfferView::of);
    }

    @Operation(summary = "Writes a draft for the organisation of the token")
    @PostMapping
    ResponseEntity<OfferView> create(@RequestBody OfferRequest offer, @Parameter(hidden = true) CurrentUser author) {
        Offer created = writing.create(author, offer, false);
        return ResponseEntity.created(URI.create("/api/jobs/offers/" + created.id()))
                .body(OfferView.of(created));
    }

    @Operation(summary = "One offer; a hidden one is not found, one that is over is gone")
    @GetMapping("/{id}")
    OfferView read(@PathVariable String id, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return OfferView.of(access.visible(reader, id));
    }

    @Operation(summary = "Replaces the whole offer; a published one is told again")
    @PutMapping("/{id}")
    OfferView edit(
            @PathVariable String id, @RequestBody OfferRequest offer, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(writing.edit(author, id, offer, false));
    }

    @Operation(summary = "Makes it visible, or has it reviewed first; moderators accept what waits for them")
    @PostMapping("/{id}/publish")
    OfferView publish(@PathVariable String id, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(writing.publish(author, id));
    }

    @Operation(summary = "Makes it invisible to all but its author")
    @PostMapping("/{id}/withdraw")
    OfferView withdraw(@PathVariable String id, @Parameter(hidden = true) CurrentUser author) {
        return OfferView.of(writing.withdraw(author, id));
    }
}
