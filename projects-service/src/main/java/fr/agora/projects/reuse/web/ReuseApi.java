package fr.agora.projects.reuse.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import fr.agora.projects.reuse.DeclarationRequest;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseBoard;
import fr.agora.projects.reuse.ReuseGraph;
import fr.agora.projects.reuse.ReuseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reuses for programs. */
@Tag(name = "reuses")
@RestController
@RequestMapping("/api/projects/reuses")
class ReuseApi {

    private final ReuseBoard board;
    private final ReuseWriting writing;

    ReuseApi(ReuseBoard board, ReuseWriting writing) {
        this.board = board;
        this.writing = writing;
    }

    /** @param stands whether the contested reuse goes on */
    record Settlement(@Nullable Boolean stands, @Nullable String reason) {}

    record Contest(@Nullable String reason) {}

    @Operation(summary = "Confirmed reuses, the latest first; a page may hold fewer rows than asked for")
    @GetMapping
    Slice<ReuseView> list(
            @RequestParam(required = false) @Nullable String useCase,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String block,
            @Parameter(hidden = true) Optional<CurrentUser> reader,
            Paging paging) {
        return board.confirmed(useCase, organization, block, reader, paging).map(ReuseView::of);
    }

    @Operation(summary = "Who reuses what: the most reused bricks and use cases, and those who took them")
    @GetMapping("/graph")
    ReuseGraph graph(@Parameter(hidden = true) Optional<CurrentUser> reader) {
        return board.graph(reader);
    }

    @Operation(summary = "What waits for the caller's confirmation")
    @GetMapping("/to-confirm")
    Slice<ReuseView> toConfirm(@Parameter(hidden = true) CurrentUser user, Paging paging) {
        return board.toConfirm(user, paging).map(ReuseView::of);
    }

    @Operation(summary = "All that the caller's organisation declared, in every state")
    @GetMapping("/mine")
    Slice<ReuseView> mine(@Parameter(hidden = true) CurrentUser user, Paging paging) {
        String organization = user.organization();
        return organization == null
                ? new Slice<>(List.of(), null)
                : board.ofOrganization(organization, paging).map(ReuseView::of);
    }

    @Operation(summary = "Declares that the caller's organisation reuses a use case, or some of its bricks")
    @PostMapping
    ResponseEntity<ReuseView> declare(
            @RequestBody DeclarationRequest declaration, @Parameter(hidden = true) CurrentUser author) {
        Reuse declared = writing.declare(author, declaration);
        return ResponseEntity.created(URI.create("/api/projects/reuses/" + declared.id()))
                .body(view(declared));
    }

    @Operation(summary = "One reuse; those not confirmed are found by the two sides only")
    @GetMapping("/{id}")
    ReuseView read(@PathVariable String id, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return view(writing.visible(reader, id));
    }

    @Operation(summary = "Vouches for it for a year; the relay or data officer of the reusing organisation only")
    @PostMapping("/{id}/confirm")
    ReuseView confirm(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return view(writing.confirm(user, id));
    }

    @Operation(summary = "Says why it is not so; those who own the use case only")
    @PostMapping("/{id}/contest")
    ReuseView contest(
            @PathVariable String id, @RequestBody Contest contest, @Parameter(hidden = true) CurrentUser user) {
        return view(writing.contest(user, id, contest.reason()));
    }

    @Operation(summary = "Settles a contested one; moderators only")
    @PostMapping("/{id}/settle")
    ReuseView settle(
            @PathVariable String id, @RequestBody Settlement settlement, @Parameter(hidden = true) CurrentUser user) {
        return view(writing.settle(user, id, settlement.stands(), settlement.reason()));
    }

    @Operation(summary = "Ends it; whoever declared it, or vouches for their organisation")
    @PostMapping("/{id}/withdraw")
    ReuseView withdraw(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return view(writing.withdraw(user, id));
    }

    private ReuseView view(Reuse reuse) {
        return ReuseView.of(board.seen(reuse));
    }
}
