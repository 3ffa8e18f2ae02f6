package fr.agora.search.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept of a member.
 *
 * @param accountId whose profile it is, opaque; absent from a tombstone and from a profile nobody has claimed
 * @param networks by code
 */
@Document(Reader.COLLECTION)
record Reader(
        @Id String memberId,
        @Indexed @Nullable String accountId,
        @Nullable List<String> networks,
        long revision) {

    static final String COLLECTION = "readers";
}
