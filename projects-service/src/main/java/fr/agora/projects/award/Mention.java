package fr.agora.projects.award;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A page elsewhere that speaks of a use case.
 *
 * @param members people credited on the use case that it speaks of
 * @param source who published it
 * @param link secure address
 * @param addedBy account, never shown
 */
@Document("mentions")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, 'publishedOn': -1, '_id': 1}")
@CompoundIndex(name = "of_member", def = "{'members': 1, '_id': 1}")
@CompoundIndex(name = "added_by", def = "{'addedBy': 1, '_id': 1}")
public record Mention(
        @Id String id,
        String useCaseId,
        List<String> members,
        Kind kind,
        String title,
        String source,
        LocalDate publishedOn,
        String link,
        String addedBy) {

    public Mention {
        members = List.copyOf(members);
    }

    /** What kind of page it is. */
    public enum Kind {
        PRESS,
        PODCAST,
        VIDEO,
        EVENT
    }
}
