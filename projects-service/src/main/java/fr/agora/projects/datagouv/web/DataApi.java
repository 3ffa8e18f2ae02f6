package fr.agora.projects.datagouv.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.datagouv.DataKind;
import fr.agora.projects.datagouv.DataLinks;
import fr.agora.projects.datagouv.DataRelation;
import fr.agora.projects.datagouv.ReusePublication;
import fr.agora.projects.usecase.UseCaseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The data of a use case for programs. */
@Tag(name = "data")
@RestController
@RequestMapping("/api/projects/use-cases/{idOrSlug}/data")
class DataApi {

    private final DataLinks links;
    private final DataLines lines;
    private final ReusePublication publication;
    private final UseCaseWriting useCases;

    DataApi(DataLinks links, DataLines lines, ReusePublication publication, UseCaseWriting useCases) {
        this.links = links;
        this.lines = lines;
        this.publication = publication;
        this.useCases = useCases;
    }

    /** @param data an identifier, a slug or the address of the page on data.gouv.fr */
    record Written(
            @Nullable DataRelation relation,
            @Nullable DataKind kind,
            @Nullable String data) {}

    /** The reuse's identifier on data.gouv.fr. */
    record Sent(String reuseId) {}

    @Operation(summary = "Datasets and dataservices it uses or produces, each with what data.gouv.fr last said of it")
    @GetMapping
    List<DataLine> list(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return lines.of(useCases.visible(reader, idOrSlug));
    }

    @Operation(summary = "Links a dataset or a dataservice")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<DataLine> add(
            @PathVariable String idOrSlug, @RequestBody Written written, @Parameter(hidden = true) CurrentUser author) {
        links.add(author, idOrSlug, written.relation(), written.kind(), written.data());
        return lines.of(useCases.visible(Optional.of(author), idOrSlug));
    }

    @Operation(summary = "Takes a link away")
    @DeleteMapping("/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String idOrSlug, @PathVariable String link, @Parameter(hidden = true) CurrentUser author) {
        links.remove(author, idOrSlug, link);
    }

    @Operation(summary = "What would be sent to data.gouv.fr; nothing is sent")
    @GetMapping("/reuse")
    ReusePublication.Reuse dryRun(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return publication.dryRun(author, idOrSlug);
    }

    @Operation(summary = "Publishes it as a reuse on data.gouv.fr, once")
    @PostMapping("/reuse")
    Sent publish(@PathVariable String idOrSlug, @Parameter(hidden = true) CurrentUser author) {
        return new Sent(publication.publish(author, idOrSlug));
    }
}
