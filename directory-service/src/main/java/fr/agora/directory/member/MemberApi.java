package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members for programs. */
@RestController
@Tag(name = "Membres")
class MemberApi {

    private static final String PATH = "/api/directory/members";

    private final Members members;
    private final MemberEditing editing;

    MemberApi(Members members, MemberEditing editing) {
        this.members = members;
        this.editing = editing;
    }

    @GetMapping(PATH)
    @Operation(summary = "Members the caller may see, by name")
    Slice<MemberView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String territory,
            Optional<CurrentUser> reader,
            Paging paging) {
        MemberFilter filter = new MemberFilter(q, organization, skill, community, territory);
        return members.list(filter, reader, paging).map(MemberView::of);
    }

    @GetMapping(PATH + "/me")
    @Operation(summary = "The caller's own profile")
    MemberView me(CurrentUser user) {
        return editing.own(user).map(MemberView::of).orElseThrow(ProblemException::notFound);
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One member")
    MemberView one(@PathVariable String id, Optional<CurrentUser> reader) {
        return MemberView.of(editing.visible(id, reader));
    }

    @PostMapping(PATH)
    @Operation(summary = "Creates the caller's own profile, as a draft")
    ResponseEntity<MemberView> create(@Valid @RequestBody MemberDraft draft, CurrentUser author) {
        Member created = editing.create(draft, author);
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(MemberView.of(created));
    }

    @PutMapping(PATH + "/{id}")
    @Operation(summary = "Replaces a profile (its owner)")
    MemberView edit(@PathVariable String id, @Valid @RequestBody MemberDraft draft, CurrentUser editor) {
        return MemberView.of(editing.edit(id, draft, editor));
    }

    @PostMapping(PATH + "/{id}/publish")
    @Operation(summary = "Shows a profile to the audience it names (its owner)")
    MemberView publish(@PathVariable String id, CurrentUser editor) {
        return MemberView.of(editing.publish(id, editor));
    }

    @PostMapping(PATH + "/{id}/withdraw")
    @Operation(summary = "Hides a profile again (its owner, moderators)")
    MemberView withdraw(@PathVariable String id, CurrentUser editor) {
        return MemberView.of(editing.withdraw(id, editor));
    }
}
