package fr.agora.directory.identity;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the directory remembers of an account by itself: that it is disabled and what hung on it has been stopped, or
 * that it is to be removed with its person.
 */
@Document("account_notes")
record AccountNote(@Id String accountId, @Indexed Kind kind, Instant since) {

    enum Kind {
        DISABLED,
        TO_REMOVE
    }
}
