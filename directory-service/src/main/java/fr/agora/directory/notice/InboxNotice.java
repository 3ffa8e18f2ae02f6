package fr.agora.directory.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A notice in somebody's inbox.
 *
 * @param id follows from the notice and the account, so that it arrives once
 * @param digestDue when the digest that carries it leaves; absent when none does, or has
 */
@Document("inbox_notices")
@CompoundIndex(name = "inbox", def = "{'accountId': 1, 'at': -1, '_id': 1}")
@CompoundIndex(name = "unread", def = "{'accountId': 1, 'unread': 1}")
@CompoundIndex(name = "digest", def = "{'digestDue': 1, 'accountId': 1}", sparse = true)
public record InboxNotice(
        @Id String id,
        String accountId,
        Topic topic,
        Notice.Bilingual title,
        Notice.@Nullable Bilingual text,
        String url,
        @Indexed Instant at,
        boolean unread,
        @Nullable Instant digestDue) {}
