package fr.agora.jobs.application.web;

import fr.agora.jobs.application.Application;
import fr.agora.jobs.application.Applying;
import fr.agora.jobs.application.Applying.Sent;
import fr.agora.jobs.application.Selecting;
import fr.agora.jobs.application.Stage;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Applications, for programs; each is its candidate's and its offer's recruiter's, and nobody else's. */
@Tag(name = "applications")
@RestController
class ApplicationApi {

    private final Applying applying;
    private final Selecting selecting;

    ApplicationApi(Applying applying, Selecting selecting) {
        this.applying = applying;
        this.selecting = selecting;
    }

    /** Where it goes, with a word to the candidate. */
    record Move(@Nullable Stage stage, @Nullable String word) {}

    @Operation(summary = "Applies for an offer: a message and a CV (PDF, ODT or DOCX by its content, 5 MB at most)")
    @PostMapping(path = "/api/jobs/offers/{id}/applications", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ApplicationView> apply(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String message,
            @RequestParam(required = false) @Nullable MultipartFile cv,
            @RequestParam(required = false) @Nullable String relay,
            @RequestParam(required = false) @Nullable String referral,
            @Parameter(hidden = true) CurrentUser candidate) {
        Application sent = applying.apply(
                candidate,
                id,
                new Sent(
                        message,
                        cv == null ? InputStream::nullInputStream : cv,
                        cv == null ? 0 : cv.getSize(),
                        cv == null ? null : cv.getOriginalFilename(),
                        relay,
                        referral));
        return ResponseEntity.created(URI.create("/api/jobs/applications/" + sent.id()))
                .body(ApplicationView.of(sent));
    }

    @Operation(summary = "The applications for an offer, the latest first (whoever recruits by it)")
    @GetMapping("/api/jobs/offers/{id}/applications")
    Slice<ApplicationView> received(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Stage stage,
            @Parameter(hidden = true) CurrentUser recruiter,
            Paging paging) {
        return selecting.received(recruiter, id, stage, paging).map(ApplicationView::of);
    }

    @Operation(summary = "The caller's own applications, the latest first")
    @GetMapping("/api/jobs/applications")
    Slice<ApplicationView> mine(@Parameter(hidden = true) CurrentUser candidate, Paging paging) {
        return applying.mine(candidate, paging).map(ApplicationView::of);
    }

    @Operation(summary = "One application (its candidate, its recruiter)")
    @GetMapping("/api/jobs/applications/{id}")
    ApplicationView one(@PathVariable String id, @Parameter(hidden = true) CurrentUser reader) {
        return ApplicationView.of(readable(reader, id));
    }

    @Operation(summary = "Its CV, as a file to be saved (its candidate, its recruiter)")
    @GetMapping("/api/jobs/applications/{id}/cv")
    void cv(@PathVariable String id, @Parameter(hidden = true) CurrentUser reader, HttpServletResponse response)
            throws IOException {
        Download.send(readable(reader, id).cv(), applying, response);
    }

    @Operation(summary = "Moves it to a stage; the candidate is told (its recruiter)")
    @PostMapping("/api/jobs/applications/{id}/stage")
    ApplicationView move(
            @PathVariable String id, @RequestBody Move move, @Parameter(hidden = true) CurrentUser recruiter) {
        return ApplicationView.of(selecting.move(recruiter, id, move.stage(), move.word()));
    }

    @Operation(summary = "Takes it back: the file and the words are erased (its candidate)")
    @PostMapping("/api/jobs/applications/{id}/withdraw")
    ApplicationView withdraw(@PathVariable String id, @Parameter(hidden = true) CurrentUser candidate) {
        return ApplicationView.of(applying.withdraw(candidate, id));
    }

    private Application readable(CurrentUser reader, String id) {
        try {
            return applying.mine(reader, id);
        } catch (ProblemException notTheirs) {
            return selecting.one(reader, id);
        }
    }
}
