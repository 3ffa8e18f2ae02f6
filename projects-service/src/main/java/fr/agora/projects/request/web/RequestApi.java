package fr.agora.projects.request.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import fr.agora.projects.request.Asking;
import fr.agora.projects.request.RequestHandling;
import fr.agora.projects.request.RequestState;
import fr.agora.projects.request.ReuseRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reuse requests for programs; only the parties know that one exists. */
@Tag(name = "reuse-requests")
@RestController
@RequestMapping("/api/projects/reuse-requests")
class RequestApi {

    private final RequestHandling handling;

    RequestApi(RequestHandling handling) {
        this.handling = handling;
    }

    /** What is said, or said with a decision. */
    record Said(@Nullable String text) {}

    @Operation(summary = "Requests the caller takes part in, the latest touched first")
    @GetMapping
    Slice<RequestView> list(@Parameter(hidden = true) CurrentUser user, Paging paging) {
        return handling.concerning(user, paging).map(RequestView::of);
    }

    @Operation(summary = "Asks those who carry a use case whether one may reuse it, or some of its bricks")
    @PostMapping
    ResponseEntity<RequestView> ask(@RequestBody Asking asking, @Parameter(hidden = true) CurrentUser author) {
        ReuseRequest asked = handling.ask(author, asking);
        return ResponseEntity.created(URI.create("/api/projects/reuse-requests/" + asked.id()))
                .body(view(author, asked));
    }

    @Operation(summary = "One request with its thread")
    @GetMapping("/{id}")
    RequestView read(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return RequestView.of(handling.visible(user, id));
    }

    @Operation(summary = "Adds a message to the thread")
    @PostMapping("/{id}/messages")
    RequestView say(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(user, handling.say(user, id, said.text()));
    }

    @Operation(summary = "Says yes; those who carry the use case only")
    @PostMapping("/{id}/accept")
    RequestView accept(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(user, handling.decide(user, id, RequestState.ACCEPTED, said.text()));
    }

    @Operation(summary = "Says no; those who carry the use case only")
    @PostMapping("/{id}/refuse")
    RequestView refuse(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(user, handling.decide(user, id, RequestState.REFUSED, said.text()));
    }

    @Operation(summary = "Gives it up; whoever asked only")
    @PostMapping("/{id}/abandon")
    RequestView abandon(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return view(user, handling.abandon(user, id));
    }

    private RequestView view(CurrentUser user, ReuseRequest request) {
        return RequestView.of(handling.visible(user, request.id()));
    }
}
