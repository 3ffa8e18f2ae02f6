package fr.agora.directory.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of conversations.
 *
 * @param box absent for the moderators' list
 */
public record Mailbox(
        @Nullable Box box,
        List<ConversationView> conversations,
        long unread,
        long unreadNotices,
        boolean moderator,
        @Nullable String next,
        boolean further) {}
