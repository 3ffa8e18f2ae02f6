package fr.agora.jobs.notices;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.text.OpaqueId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code agora.jobs.notice-requested.v1}.
 *
 * @param kind what it is about, for the receiver's preferences: {@code APPLICATION_MOVED}, {@code RECRUITER_MANDATE_DECIDED}
 * @param url path of the page that tells more
 */
public record Notice(String id, List<Recipient> recipients, String kind, Text title, Text text, String url) {

    /** Announce it with {@code announce(Notice.REQUESTED, notice.id(), notice, clock)}. */
    public static final FactType REQUESTED = new FactType("agora.jobs.notice-requested.v1");

    private static final int MOST_RECIPIENTS = 100;

    public Notice {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A notice is for somebody: " + kind);
        }
    }

    /** A sentence in both languages. */
    public record Text(String fr, String en) {}

    /** Exactly one of the four. */
    public record Recipient(
            @Nullable String accountId,
            @Nullable String memberId,
            @Nullable String mandateId,
            @Nullable String organizationId) {

        public static Recipient account(String id) {
            return new Recipient(id, null, null, null);
        }

        public static Recipient member(String id) {
            return new Recipient(null, id, null, null);
        }

        public static Recipient mandate(String id) {
            return new Recipient(null, null, id, null);
        }

        /** Whoever the contact finder names first for it. */
        public static Recipient organization(String id) {
            return new Recipient(null, null, null, id);
        }
    }

    /** A new notice; a recipient named twice is told once. */
    public static Notice of(List<Recipient> recipients, String kind, Text title, Text text, String url) {
        Set<Recipient> once = new LinkedHashSet<>(recipients);
        List<Recipient> bounded = new ArrayList<>(once);
        return new Notice(
                OpaqueId.next("nt"),
                bounded.subList(0, Math.min(bounded.size(), MOST_RECIPIENTS)),
                kind,
                title,
                text,
                url);
    }
}
