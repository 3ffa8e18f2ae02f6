package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseMoving;
import fr.agora.projects.usecase.SimilarUseCases;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseFilter;
import fr.agora.projects.usecase.UseCaseRequest;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.UseCases;
import fr.agora.projects.usecase.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Use cases for programs; each is found by its id or its slug. */
@Tag(name = "use-cases")
@RestController
@RequestMapping("/api/projects/use-cases")
class UseCaseApi {

    private final UseCases useCases;
    private final UseCaseWriting writing;
    private final PhaseMoving moving;
    private final SimilarUseCases similar;

    UseCaseApi(UseCases useCases, UseCaseWriting writing, PhaseMoving moving, SimilarUseCases similar) {
        this.useCases = useCases;
        this.writing = writing;
        this.moving = moving;
        this.similar = similar;
    }

    /**
     * A step.
     *
     * @param on the day it was taken; absent: today
     */
    record Step(@Nullable Phase phase, @Nullable LocalDate on) {}

    @Operation(summary = "What already exists: the closest use cases to the one that somebody is about to write")
    @GetMapping("/similar")
    List<UseCaseView> similar(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String theme,
            @Parameter(hidden = true) CurrentUser author) {
        writing.checkWrites(author);
        return similar.to(new SimilarUseCases.Wanted(title, words, theme)).stream()
                .map(UseCaseView::of)
                .toList();
    }

    @Operation(summary = "Takes the next step of its life; REFERENCE is granted by moderators and data officers")
    @PostMapping("/{idOrSlug}/phase")
    UseCaseView move(
            @PathVariable String idOrSlug, @RequestBody Step step, @Parameter(hidden = true) CurrentUser author) {
        if (step.phase() == null) {
            throw ProblemException.invalidField("phase", "field.required");
        }
        return UseCaseView.of(moving.move(author, idOrSlug, step.phase(), step.on()));
    }

    @Operation(summary = "Published use cases, the latest first; with mine=true one's own in every state")
    @GetMapping
    Slice<UseCaseView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Phase phase,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable Verdict replicability,
            @RequestParam(required = false) @Nullable String award,
            @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(hidden = true) Optional<CurrentUser> reader,
            Paging paging) {
        if (mine && reader.isPresent()) {
            return useCases.ofOwner(reader.get().accountId(), paging).map(UseCaseView::of);
        }
        UseCaseFilter filter = new UseCaseFilter(q, phase, theme, organization, skill, replicability, award);
        return useCases.listed(filter, reader.isPresent(), paging).map(UseCaseView::of);
    }

    @Operation(summary = "Writes a draft")
    @PostMapping
    ResponseEntity<UseCaseView> create(
            @RequestBody UseCaseRequest useCase, @Parameter(hidden = true) CurrentUser author) {
        UseCase created = writing.create(author, useCase, false);
        return ResponseEntity.created(URI.create("/api/projects/use-cases/" + created.id()))
                .body(UseCaseView.of(created));
    }

    @Operation(summary = "One use case; a hidden one is not found")
    @GetMapping("/{idOrSlug}")
    UseCaseView read(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return UseCaseView.of(writing.visible(reader, idOrSlug));
    }

    @Operation(summary = "Replaces the whole use case; a published one is told again")
    @PutMapping("/{idOrSlug}")
    UseCaseView edit(
            @PathVariable String idOrSlug,
            @RequestBody UseCaseRequest useCase,
            @Parameter(hidden = true) CurrentUser author) {
        return UseCaseView.of(writing.edit(author, idOrSlug, useCase, false));
    }

    @Operation(summary = "Makes it visible; it must say whose life it changes, how, and one measure of it")
    @PostMapping("/{idOrSlug}/publish")
    UseCaseView publish(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return UseCaseView.of(writing.publish(author, idOrSlug));
    }

    @Operation(summary = "Makes it and its bricks invisible to all but its author")
    @PostMapping("/{idOrSlug}/withdraw")
    UseCaseView withdraw(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return UseCaseView.of(writing.withdraw(author, idOrSlug));
    }
}
