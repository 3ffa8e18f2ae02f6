package fr.agora.projects.albert;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A summary a machine wrote of one use case; readers see it only once an editor of the use case accepted it.
 *
 * @param source digest of the text it was written from: another text makes it out of date
 */
@Document("summaries")
public record Summary(@Id String useCaseId, String text, String source, Instant writtenAt, boolean accepted) {

    Summary accept() {
        return new Summary(useCaseId, text, source, writtenAt, true);
    }
}
