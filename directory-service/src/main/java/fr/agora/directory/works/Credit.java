package fr.agora.directory.works;

import fr.agora.directory.lifecycle.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is named for, with their consent.
 *
 * @param role in the words of whoever proposed it
 * @param visibility whoever may read the use case
 * @param mentions the latest first; only those with a secure address are kept
 */
public record Credit(
        String id,
        String memberId,
        String useCaseId,
        String title,
        String url,
        String role,
        LocalDate acceptedOn,
        Visibility visibility,
        List<Won> awards,
        List<Mention> mentions) {

    public Credit {
        awards = List.copyOf(awards);
        mentions = mentions.stream().filter(Mention::isSecure).toList();
    }

    /** What the use case won, or ran for. */
    public record Won(String edition, String category, boolean laureate) {}

    /** Where others speak of this person's part. */
    public record Mention(String kind, String title, String source, LocalDate publishedOn, String link) {

        private boolean isSecure() {
            return link.startsWith("https://");
        }
    }

    /** The fields of the fact that are used here. */
    record Told(
            String id,
            String memberId,
            UseCase useCase,
            String role,
            LocalDate acceptedOn,
            Visibility visibility,
            @Nullable List<Won> awards,
            @Nullable List<Mention> mentions) {

        record UseCase(String id, String title, String url) {}

        Credit credit() {
            return new Credit(
                    id,
                    memberId,
                    useCase.id(),
                    useCase.title(),
                    useCase.url(),
                    role,
                    acceptedOn,
                    visibility,
                    awards == null ? List.of() : awards,
                    mentions == null ? List.of() : mentions);
        }
    }
}
