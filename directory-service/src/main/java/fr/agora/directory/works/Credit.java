package fr.agora.directory.works;

import fr.agora.directory.lifecycle.Visibility;
import java.time.LocalDate;

/**
 * What a person is named for, with their consent.
 *
 * @param role in the words of whoever proposed it
 * @param visibility whoever may read the use case
 */
public record Credit(
        String id,
        String memberId,
        String useCaseId,
        String title,
        String url,
        String role,
        LocalDate acceptedOn,
        Visibility visibility) {

    /** The fields of the fact that are used here. */
    record Told(String id, String memberId, UseCase useCase, String role, LocalDate acceptedOn, Visibility visibility) {

        record UseCase(String id, String title, String url) {}

        Credit credit() {
            return new Credit(id, memberId, useCase.id(), useCase.title(), useCase.url(), role, acceptedOn, visibility);
        }
    }
}
