package fr.agora.directory.mandate;

import fr.agora.directory.mandate.MandateDraft.ActDraft;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Mandates for programs. */
@RestController
@Tag(name = "Mandats")
class MandateApi {

    private static final String PATH = "/api/directory/mandates";

    private final Mandates mandates;
    private final Members members;
    private final MandateAppointment appointment;
    private final MandateLife life;
    private final MandateViews views;
    private final MandateImport importing;
    private final LineImport imports;
    private final Clock clock;

    MandateApi(
            Mandates mandates,
            Members members,
            MandateAppointment appointment,
            MandateLife life,
            MandateViews views,
            MandateImport importing,
            LineImport imports,
            Clock clock) {
        this.mandates = mandates;
        this.members = members;
        this.appointment = appointment;
        this.life = life;
        this.views = views;
        this.importing = importing;
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Operation(summary = "Mandates in force, the latest first")
    Slice<MandateView> list(
            @RequestParam(required = false) @Nullable MandateRole role,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String ministry,
            CurrentUser reader,
            Paging paging) {
        Slice<Mandate> found =
                mandates.list(role, organization, ministry, List.of(MandateState.ACTIVE), Term.today(clock), paging);
        return views.page(found, Optional.of(reader));
    }

    @GetMapping(PATH + "/mine")
    @Operation(summary = "The caller's own mandates, past ones included")
    List<MandateView> mine(CurrentUser user) {
        List<Mandate> own = members.ofAccount(user.accountId())
                .map(Member::id)
                .map(mandates::ofHolder)
                .orElse(List.of());
        return views.all(own, Optional.of(user));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "One mandate: anybody's while it is a contact, else of its holder and those who manage it")
    MandateView one(@PathVariable String id, Optional<CurrentUser> reader) {
        return views.one(life.visible(id, reader), reader);
    }

    @PostMapping(PATH)
    @Operation(summary = "Appoints (Etalab: AGD, AMDAC, REGIONAL_REFERENT; an AMDAC: the others, in their ministry)")
    ResponseEntity<MandateView> appoint(@Valid @RequestBody MandateDraft draft, CurrentUser by) {
        Mandate mandate = appointment.appoint(draft, by);
        return ResponseEntity.created(URI.create(PATH + "/" + mandate.id())).body(views.one(mandate, Optional.of(by)));
    }

    @PutMapping(PATH + "/{id}")
    @Operation(summary = "Changes the perimeter, the dates or the act (those who appoint)")
    MandateView amend(@PathVariable String id, @Valid @RequestBody MandateDraft draft, CurrentUser by) {
        return views.one(appointment.amend(id, draft, by), Optional.of(by));
    }

    @PostMapping(PATH + "/{id}/accept")
    @Operation(summary = "Accepts a delegation (its holder)")
    MandateView accept(@PathVariable String id, CurrentUser holder) {
        return views.one(life.accept(id, holder), Optional.of(holder));
    }

    @PostMapping(PATH + "/{id}/refuse")
    @Operation(summary = "Refuses a delegation (its holder)")
    MandateView refuse(@PathVariable String id, CurrentUser holder) {
        return views.one(life.refuse(id, holder), Optional.of(holder));
    }

    @PostMapping(PATH + "/{id}/suspend")
    @Operation(summary = "Suspends (those who appoint)")
    MandateView suspend(@PathVariable String id, CurrentUser by) {
        return views.one(life.suspend(id, by), Optional.of(by));
    }

    @PostMapping(PATH + "/{id}/resume")
    @Operation(summary = "Resumes what was suspended (those who appoint)")
    MandateView resume(@PathVariable String id, CurrentUser by) {
        return views.one(life.resume(id, by), Optional.of(by));
    }

    /** @param on last day; absent: over at once */
    record Ending(@Nullable LocalDate on) {}

    @PostMapping(PATH + "/{id}/end")
    @Operation(summary = "Ends a mandate, at once or on a day (those who appoint, and its holder)")
    MandateView end(@PathVariable String id, @RequestBody(required = false) @Nullable Ending ending, CurrentUser by) {
        return views.one(life.end(id, ending == null ? null : ending.on(), by), Optional.of(by));
    }

    /** @param on first day of the successor; today if absent */
    record HandOver(
            @NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long")
            String successorId,

            @Nullable LocalDate on,
            @Valid @Nullable ActDraft act) {}

    @PostMapping(PATH + "/{id}/hand-over")
    @Operation(summary = "Ends a mandate and opens its successor's in one go (those who appoint)")
    ResponseEntity<MandateView> handOver(
            @PathVariable String id, @Valid @RequestBody HandOver handOver, CurrentUser by) {
        ActDraft act = handOver.act() == null ? ActDraft.NONE : handOver.act();
        Mandate next = life.handOver(id, handOver.successorId(), handOver.on(), act, by);
        return ResponseEntity.created(URI.create(PATH + "/" + next.id())).body(views.one(next, Optional.of(by)));
    }

    @PostMapping(path = "/api/directory/imports/mandates", consumes = LineImport.NDJSON, produces = LineImport.NDJSON)
    @Operation(summary = "Imports one mandate a line and reports line by line (administrators)")
    void importLines(
            @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        imports.run(request, response, line -> importing.importLine(line, source));
    }
}
