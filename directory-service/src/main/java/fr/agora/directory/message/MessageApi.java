package fr.agora.directory.message;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages for programs: the caller's own. */
@RestController
@Tag(name = "Messages")
class MessageApi {

    private static final String PATH = "/api/directory/messages";

    private final Correspondence correspondence;
    private final Conversations conversations;

    MessageApi(Correspondence correspondence, Conversations conversations) {
        this.correspondence = correspondence;
        this.conversations = conversations;
    }

    /** Whom a conversation is passed on to. */
    record Manager(@NotBlank(message = "field.required") String memberId) {}

    /** @param block whether nobody may write in it any more */
    record Verdict(boolean block) {}

    @PostMapping("/api/directory/members/{id}/messages")
    @Operation(summary = "Writes to a member, whose address stays unknown")
    ResponseEntity<ConversationView> write(
            @PathVariable String id, @Valid @RequestBody MessageDraft draft, CurrentUser sender) {
        Conversation begun = correspondence.write(id, draft, sender);
        return ResponseEntity.created(URI.create(PATH + "/" + begun.id())).body(ConversationView.whole(begun, sender));
    }

    @GetMapping(PATH)
    @Operation(summary = "The caller's conversations, the latest first")
    Slice<ConversationView> list(@RequestParam(defaultValue = "RECEIVED") Box box, CurrentUser reader, Paging paging) {
        return conversations.list(box, reader.accountId(), paging).map(each -> ConversationView.line(each, reader));
    }

    @GetMapping(PATH + "/reported")
    @Operation(summary = "Conversations somebody reported (moderators)")
    Slice<ConversationView> reported(CurrentUser reader, Paging paging) {
        if (!reader.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return conversations.reported(paging).map(each -> ConversationView.line(each, reader));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One conversation (its two sides; moderators while it is reported)")
    ConversationView one(@PathVariable String id, CurrentUser reader) {
        return ConversationView.whole(correspondence.open(id, reader), reader);
    }

    @PostMapping(PATH + "/{id}/answers")
    @Operation(summary = "Answers (its two sides)")
    ConversationView answer(@PathVariable String id, @Valid @RequestBody AnswerDraft draft, CurrentUser author) {
        return ConversationView.whole(correspondence.answer(id, draft, author), author);
    }

    @PostMapping(PATH + "/{id}/handled")
    @Operation(summary = "Marks it as dealt with (the receiving side)")
    ConversationView handle(@PathVariable String id, CurrentUser by) {
        return ConversationView.whole(correspondence.handle(id, by), by);
    }

    @PostMapping(PATH + "/{id}/pass-on")
    @Operation(summary = "Passes it on to a colleague of the receiver (the receiving side)")
    ConversationView passOn(@PathVariable String id, @Valid @RequestBody Manager manager, CurrentUser by) {
        return ConversationView.whole(correspondence.passOn(id, manager.memberId(), by), by);
    }

    @PostMapping(PATH + "/{id}/report")
    @Operation(summary = "Reports it to the moderators (its two sides)")
    ConversationView report(@PathVariable String id, @Valid @RequestBody ReportDraft draft, CurrentUser by) {
        return ConversationView.whole(correspondence.report(id, draft, by), by);
    }

    @PostMapping(PATH + "/{id}/report/close")
    @Operation(summary = "Closes a report, and the conversation where it must be (moderators)")
    ResponseEntity<Void> closeReport(@PathVariable String id, @RequestBody Verdict verdict, CurrentUser moderator) {
        correspondence.closeReport(id, verdict.block(), moderator);
        return ResponseEntity.noContent().build();
    }
}
