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
    private final ProfileConfirmation confirmation;

    MemberApi(Members members, MemberEditing editing, ProfileConfirmation confirmation) {
        this.members = members;
        this.editing = editing;
        this.confirmation = confirmation;
    }

    @GetMapping(PATH)
    @Operation(summary = "Members the caller may see, by name")
    Slice<MemberView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String cohort,
            Optional<CurrentUser> reader,
            Paging paging) {
        MemberFilter filter = new MemberFilter(q, organization, skill, community, territory, cohort);
        return members.list(filter, reader, paging);
    }

    @GetMapping(PATH + "/me")
    @Operation(summary = "The caller's own profile")
    MemberView me(CurrentUser user) {
        return editing.ownView(user).orElseThrow(ProblemException::notFound);
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One member")
    MemberView one(@PathVariable String id, Optional<CurrentUser> reader) {
        return members.seen(id, reader).orElseThrow(ProblemException::notFound);
    }

    @PostMapping(PATH)
    @Operation(summary = "Creates the caller's own profile, as a draft")
    ResponseEntity<MemberView> create(@Valid @RequestBody MemberDraft draft, CurrentUser author) {
        MemberView created = editing.create(draft, author);
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(created);
    }

    @PutMapping(PATH + "/{id}")
    @Operation(summary = "Replaces a profile (its owner)")
    MemberView edit(@PathVariable String id, @Valid @RequestBody MemberDraft draft, CurrentUser editor) {
        return editing.edit(id, draft, editor);
    }

    @PostMapping(PATH + "/{id}/publish")
    @Operation(summary = "Shows a profile to the audience it names (its owner)")
    MemberView publish(@PathVariable String id, CurrentUser editor) {
        return editing.publish(id, editor);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    @Operation(summary = "Hides a profile again (its owner, moderators)")
    MemberView withdraw(@PathVariable String id, CurrentUser editor) {
        return editing.withdraw(id, editor);
    }

    @PostMapping(PATH + "/{id}/confirm")
    @Operation(summary = "Stands by a profile as it is (its owner alone)")
    MemberView confirm(@PathVariable String id, CurrentUser user) {
        return confirmation.confirm(id, user);
    }
}
