package fr.agora.directory.organization;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations for programs. */
@RestController
@Tag(name = "Organisations")
class OrganizationApi {

    private static final String PATH = "/api/directory/organizations";

    private final Organizations organizations;
    private final OrganizationEditing editing;
    private final NearbyOrganizations nearby;
    private final OrganizationMerging merging;

    OrganizationApi(
            Organizations organizations,
            OrganizationEditing editing,
            NearbyOrganizations nearby,
            OrganizationMerging merging) {
        this.organizations = organizations;
        this.editing = editing;
        this.nearby = nearby;
        this.merging = merging;
    }

    @GetMapping(PATH)
    @Operation(summary = "Published organisations by name, filtered by words, kind and parent")
    Slice<OrganizationView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(required = false) @Nullable String parent,
            @Parameter(description = "Code of a commune, department or region: the closest come first")
                    @RequestParam(required = false)
                    @Nullable
                    String near,
            @Parameter(description = "Kilometres around it, at most 200") @RequestParam(defaultValue = "50") int within,
            Paging paging) {
        OrganizationFilter filter = new OrganizationFilter(q, kind, parent);
        return near == null
                ? organizations.list(filter, paging).map(OrganizationView::of)
                : nearby.list(filter, near, within, paging)
                        .map(each -> OrganizationView.of(each.organization(), each.kilometres()));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One organisation; 301 to the one that took it over")
    ResponseEntity<OrganizationView> one(@PathVariable String id, Optional<CurrentUser> reader) {
        return merging.successor(id)
                .map(successor -> ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create(PATH + "/" + successor.id()))
                        .body(OrganizationView.of(successor)))
                .orElseGet(() -> ResponseEntity.ok(OrganizationView.of(editing.visible(id, reader))));
    }

    /** @param into identifier of the organisation that takes over */
    record Merge(
            @NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long")
            String into) {}

    @PostMapping(PATH + "/{id}/merge")
    @Operation(summary = "Lets another organisation take this one over, with all that names it (moderators)")
    OrganizationView merge(@PathVariable String id, @Valid @RequestBody Merge merge, CurrentUser editor) {
        return OrganizationView.of(merging.merge(id, merge.into(), editor));
    }

    @PostMapping(PATH)
    @Operation(summary = "Creates a draft (moderators)")
    ResponseEntity<OrganizationView> create(@Valid @RequestBody OrganizationDraft draft, CurrentUser editor) {
        Organization created = editing.create(draft, editor);
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(OrganizationView.of(created));
    }

    @PutMapping(PATH + "/{id}")
    @Operation(summary = "Replaces what is said of an organisation (moderators)")
    OrganizationView edit(@PathVariable String id, @Valid @RequestBody OrganizationDraft draft, CurrentUser editor) {
        return OrganizationView.of(editing.edit(id, draft, editor));
    }

    @PostMapping(PATH + "/{id}/publish")
    @Operation(summary = "Shows it to everybody (moderators)")
    OrganizationView publish(@PathVariable String id, CurrentUser editor) {
        return OrganizationView.of(editing.publish(id, editor));
    }

    @PostMapping(PATH + "/{id}/withdraw")
    @Operation(summary = "Hides it again (moderators)")
    OrganizationView withdraw(@PathVariable String id, CurrentUser editor) {
        return OrganizationView.of(editing.withdraw(id, editor));
    }
}
