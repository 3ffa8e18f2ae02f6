package fr.agora.projects.albert.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.albert.Neighbours;
import fr.agora.projects.albert.Summaries;
import fr.agora.projects.albert.Summary;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The assistant for programs. */
@Tag(name = "assistant")
@RestController
@RequestMapping("/api/projects/use-cases/{idOrSlug}")
class AlbertApi {

    private final Summaries summaries;
    private final Neighbours neighbours;
    private final UseCaseWriting useCases;

    AlbertApi(Summaries summaries, Neighbours neighbours, UseCaseWriting useCases) {
        this.summaries = summaries;
        this.neighbours = neighbours;
        this.useCases = useCases;
    }

    /** @param machineWritten always true: a person accepts it, a person does not write it */
    record SummaryView(String text, boolean machineWritten, boolean accepted, Instant writtenAt) {

        static SummaryView of(Summary summary) {
            return new SummaryView(summary.text(), true, summary.accepted(), summary.writtenAt());
        }
    }

    /** A use case near in meaning. */
    record NeighbourView(String id, String title, String url) {}

    @Operation(summary = "The machine-written summary its author accepted; its editors see a suggestion too")
    @GetMapping("/summary")
    SummaryView read(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        UseCase useCase = useCases.visible(reader, idOrSlug);
        return summaries.of(useCase, reader).map(SummaryView::of).orElseThrow(ProblemException::notFound);
    }

    @Operation(summary = "Asks the assistant for a summary of a public use case")
    @PostMapping("/summary")
    SummaryView ask(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return SummaryView.of(summaries.ask(author, idOrSlug));
    }

    @Operation(summary = "Accepts the suggestion: readers see it, marked as machine-written")
    @PostMapping("/summary/accept")
    SummaryView accept(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return SummaryView.of(summaries.accept(author, idOrSlug));
    }

    @Operation(summary = "Throws the summary away")
    @DeleteMapping("/summary")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        summaries.dismiss(author, idOrSlug);
    }

    @Operation(summary = "Use cases near in meaning; none while the assistant is off")
    @GetMapping("/neighbours")
    List<NeighbourView> neighbours(
            @PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return neighbours.of(useCases.visible(reader, idOrSlug), reader).stream()
                .map(each -> new NeighbourView(each.id(), each.content().title(), each.url()))
                .toList();
    }
}
