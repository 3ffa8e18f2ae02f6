package fr.agora.projects.datagouv;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What data.gouv.fr last said of one thing.
 *
 * @param licence code of the licence there, such as {@code lov2}
 * @param organization name of the administration-source, which stays responsible for its data
 * @param reference whether it wears the badge of the public service of reference data (SPDR)
 * @param readAt when it was last read there
 * @param triedAt when it was last asked for, in vain or not
 */
@Document("data_cards")
public record DataCard(
        @Id String key,
        @Nullable String title,
        @Nullable String licence,
        @Nullable String organization,
        @Nullable String lastUpdate,
        boolean reference,
        @Nullable Instant readAt,
        Instant triedAt) {

    static DataCard unread(DataRef ref, Instant now) {
        return new DataCard(ref.key(), null, null, null, null, false, null, now);
    }

    DataCard triedInVain(Instant now) {
        return new DataCard(key, title, licence, organization, lastUpdate, reference, readAt, now);
    }
}
