package fr.agora.projects.support.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.support.Department;
import fr.agora.projects.support.PublicationStep;
import fr.agora.projects.support.SecurityChecklist;
import fr.agora.projects.support.SecurityChecklists;
import fr.agora.projects.support.Support;
import fr.agora.projects.support.SupportDraft;
import fr.agora.projects.support.SupportNeed;
import fr.agora.projects.support.SupportRequest;
import fr.agora.projects.support.SupportState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Support for programs. */
@Tag(name = "support")
@RestController
@RequestMapping("/api/projects")
class SupportApi {

    private final Support support;
    private final SecurityChecklists checklists;

    SupportApi(Support support, SecurityChecklists checklists) {
        this.support = support;
        this.checklists = checklists;
    }

    /** A request to be opened. */
    record Written(
            @Nullable String organizationId,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<SupportNeed> needs) {}

    /** A text: a message, an outcome, a reason. */
    record Said(@Nullable String text) {}

    /** Who works on it together. */
    record Assigned(
            @Nullable List<Department> departments,
            @Nullable Department lead) {}

    /** One thing done on the way to the publication, or its end. */
    record Published(
            @Nullable PublicationStep step, @Nullable String listedAs) {}

    /** The next version of the checklist, and the one it was written from. */
    record NextChecklist(
            @Nullable Integer version, @Nullable List<String> items) {}

    @Operation(summary = "One's own requests; with desk=true those one answers for, the latest first")
    @GetMapping("/support-requests")
    Slice<SupportView> list(
            @RequestParam(defaultValue = "false") boolean desk,
            @RequestParam(required = false) @Nullable SupportState state,
            @Parameter(hidden = true) CurrentUser user,
            Paging paging) {
        Slice<SupportRequest> found = desk ? support.desk(user, state, paging) : support.mine(user, paging);
        return found.map(request -> SupportView.of(request, support.voice(request, user), user));
    }

    @Operation(summary = "Opens a request for one's own administration, or suggests support as a moderator")
    @PostMapping("/support-requests")
    ResponseEntity<SupportView> open(@RequestBody Written request, @Parameter(hidden = true) CurrentUser user) {
        String organization = request.organizationId() == null ? user.organization() : request.organizationId();
        Support.requireMayOpen(user, organization);
        SupportDraft draft =
                SupportDraft.checked(organization, request.title(), request.description(), request.needs());
        SupportRequest opened = support.open(user, draft);
        return ResponseEntity.created(URI.create("/api/projects/support-requests/" + opened.id()))
                .body(view(opened, user));
    }

    @Operation(summary = "One file; absent for whoever takes no part in it")
    @GetMapping("/support-requests/{id}")
    SupportView read(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return view(support.read(id, user), user);
    }

    @Operation(summary = "Writes in the thread")
    @PostMapping("/support-requests/{id}/messages")
    SupportView write(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(support.write(id, user, said.text()), user);
    }

    @Operation(summary = "Names the departments that answer together and the one in the lead")
    @PostMapping("/support-requests/{id}/departments")
    SupportView assign(
            @PathVariable String id, @RequestBody Assigned assigned, @Parameter(hidden = true) CurrentUser user) {
        support.requireDesk(id, user);
        Department lead = assigned.lead();
        if (lead == null) {
            throw ProblemException.invalidField("lead", "field.required");
        }
        Set<Department> together = EnumSet.of(lead);
        if (assigned.departments() != null) {
            assigned.departments().stream().filter(each -> each != null).forEach(together::add);
        }
        return view(support.assign(id, user, together, lead), user);
    }

    @Operation(summary = "The departments begin")
    @PostMapping("/support-requests/{id}/start")
    SupportView start(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        return view(support.start(id, user), user);
    }

    @Operation(summary = "Ends it, saying what came of it")
    @PostMapping("/support-requests/{id}/close")
    SupportView close(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(support.close(id, user, said.text()), user);
    }

    @Operation(summary = "Declines it, saying why")
    @PostMapping("/support-requests/{id}/decline")
    SupportView decline(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) CurrentUser user) {
        return view(support.decline(id, user, said.text()), user);
    }

    @Operation(summary = "Marks a step of the publication as done, or gives the identifier it is listed under")
    @PostMapping("/support-requests/{id}/publication")
    SupportView publication(
            @PathVariable String id, @RequestBody Published published, @Parameter(hidden = true) CurrentUser user) {
        PublicationStep step = published.step();
        return view(step == null ? support.listed(id, user, published.listedAs()) : support.done(id, user, step), user);
    }

    @Operation(summary = "The security checklist in force")
    @GetMapping("/security-checklist")
    SecurityChecklist checklist(@Parameter(hidden = true) CurrentUser user) {
        return checklists.inForce();
    }

    @Operation(summary = "Writes the next version of the security checklist; administrators do")
    @PutMapping("/security-checklist")
    SecurityChecklist replace(@RequestBody NextChecklist next, @Parameter(hidden = true) CurrentUser admin) {
        return checklists.replace(admin, next.version(), next.items());
    }

    private SupportView view(SupportRequest request, CurrentUser user) {
        return SupportView.of(request, support.voice(request, user), user);
    }
}
