package fr.agora.projects.award.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.projects.award.Award;
import fr.agora.projects.award.AwardEdition;
import fr.agora.projects.award.Awards;
import fr.agora.projects.award.Awards.EditionRequest;
import fr.agora.projects.award.Awards.Seen;
import fr.agora.projects.award.Mention;
import fr.agora.projects.award.Mentions;
import fr.agora.projects.award.Mentions.MentionRequest;
import fr.agora.projects.usecase.UseCaseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Awards and links for programs. */
@Tag(name = "awards")
@RestController
class AwardApi {

    private final Awards awards;
    private final Mentions mentions;
    private final UseCaseWriting useCases;

    AwardApi(Awards awards, Mentions mentions, UseCaseWriting useCases) {
        this.awards = awards;
        this.mentions = mentions;
        this.useCases = useCases;
    }

    record AwardRequest(
            @Nullable String edition,
            @Nullable String category,
            @Nullable Boolean laureate) {}

    record PersonView(String id, String name, String url) {}

    record Laureate(
            String edition,
            String category,
            String useCase,
            String title,
            String pitch,
            String url,
            List<PersonView> people) {

        static Laureate of(Seen seen) {
            return new Laureate(
                    seen.edition().name(),
                    seen.category().name(),
                    seen.useCase().id(),
                    seen.useCase().content().title(),
                    seen.useCase().content().pitch(),
                    seen.useCase().url(),
                    seen.people().stream()
                            .flatMap(each -> each.person().stream())
                            .map(each -> new PersonView(each.id(), String.valueOf(each.name()), each.url()))
                            .toList());
        }
    }

    record MentionView(
            String id,
            Mention.Kind kind,
            String title,
            String source,
            LocalDate publishedOn,
            String link,
            List<String> members) {

        static MentionView of(Mention mention) {
            return new MentionView(
                    mention.id(),
                    mention.kind(),
                    mention.title(),
                    mention.source(),
                    mention.publishedOn(),
                    mention.link(),
                    mention.members());
        }
    }

    @Operation(summary = "The latest laureates with the people credited, for a home page")
    @GetMapping("/api/projects/laureates")
    List<Laureate> laureates(@Parameter(hidden = true) Optional<CurrentUser> reader, Paging paging) {
        return awards.laureates(reader, paging.size()).stream()
                .map(Laureate::of)
                .toList();
    }

    @Operation(summary = "Every edition, the latest first")
    @GetMapping("/api/projects/award-editions")
    List<AwardEdition> editions() {
        return awards.editions();
    }

    @Operation(summary = "Opens an edition with its categories; moderators only")
    @PostMapping("/api/projects/award-editions")
    @ResponseStatus(HttpStatus.CREATED)
    AwardEdition open(@RequestBody EditionRequest edition, @Parameter(hidden = true) CurrentUser user) {
        return awards.open(user, edition);
    }

    @Operation(summary = "Says that a use case runs in a category, or won; moderators only")
    @PostMapping("/api/projects/use-cases/{idOrSlug}/awards")
    @ResponseStatus(HttpStatus.CREATED)
    Award award(
            @PathVariable String idOrSlug,
            @RequestBody AwardRequest award,
            @Parameter(hidden = true) CurrentUser user) {
        return awards.award(user, idOrSlug, award.edition(), award.category(), Boolean.TRUE.equals(award.laureate()));
    }

    @Operation(summary = "Takes an award back; moderators only")
    @DeleteMapping("/api/projects/awards/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        awards.remove(user, id);
    }

    @Operation(summary = "Where others speak of a use case, the latest first")
    @GetMapping("/api/projects/use-cases/{idOrSlug}/mentions")
    List<MentionView> mentions(@PathVariable String idOrSlug, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        return mentions.of(useCases.visible(reader, idOrSlug)).stream()
                .map(MentionView::of)
                .toList();
    }

    @Operation(summary = "Adds a link; those who may edit the use case, and moderators")
    @PostMapping("/api/projects/use-cases/{idOrSlug}/mentions")
    @ResponseStatus(HttpStatus.CREATED)
    MentionView mention(
            @PathVariable String idOrSlug,
            @RequestBody MentionRequest mention,
            @Parameter(hidden = true) CurrentUser user) {
        return MentionView.of(mentions.add(user, idOrSlug, mention));
    }

    @Operation(summary = "Removes a link; those who may edit the use case, and moderators")
    @DeleteMapping("/api/projects/mentions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMention(@PathVariable String id, @Parameter(hidden = true) CurrentUser user) {
        mentions.remove(user, id);
    }
}
