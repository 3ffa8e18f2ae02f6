package fr.agora.directory.organization;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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

/** Organisations for programs. */
@RestController
@Tag(name = "Organisations")
class OrganizationApi {

    private static final String PATH = "/api/directory/organizations";

    private final Organizations organizations;
    private final OrganizationEditing editing;
    private final OrganizationImport importing;
    private final LineImport imports;

    OrganizationApi(
            Organizations organizations,
            OrganizationEditing editing,
            OrganizationImport importing,
            LineImport imports) {
        this.organizations = organizations;
        this.editing = editing;
        this.importing = importing;
        this.imports = imports;
    }

    @GetMapping(PATH)
    @Operation(summary = "Published organisations by name, filtered by words, kind and parent")
    Slice<OrganizationView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(required = false) @Nullable String parent,
            Paging paging) {
        return organizations
                .list(new OrganizationFilter(q, kind, parent), paging)
                .map(OrganizationView::of);
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One organisation")
    OrganizationView one(@PathVariable String id, Optional<CurrentUser> reader) {
        return OrganizationView.of(editing.visible(id, reader));
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

    @PostMapping(
            path = "/api/directory/imports/organizations",
            consumes = LineImport.NDJSON,
            produces = LineImport.NDJSON)
    @Operation(summary = "Imports one organisation a line and reports line by line (administrators)")
    void importLines(
            @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        imports.run(request, response, line -> importing.importLine(line, source));
    }
}
