package fr.agora.directory.message;

import fr.agora.directory.message.Conversation.Untold;
import fr.agora.directory.notice.Happening;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Notices;
import fr.agora.directory.notice.Recipient;
import fr.agora.directory.notice.Topic;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells people of what was written to them: at once, or at the next sweep after a crash. */
@Component
class ConversationNotices {

    private static final Logger log = LoggerFactory.getLogger(ConversationNotices.class);
    private static final Bilingual NOTHING = new Bilingual("", "");

    private final Conversations conversations;
    private final Notices notices;

    ConversationNotices(Conversations conversations, Notices notices) {
        this.conversations = conversations;
        this.notices = notices;
    }

    void tell(Conversation conversation) {
        if (conversation.untold().isEmpty()) {
            return;
        }
        conversation.untold().forEach(untold -> notices.tell(happening(conversation, untold)));
        conversations.allTold(conversation);
    }

    private static Happening happening(Conversation conversation, Untold untold) {
        Bilingual title = untold.passedOn()
                ? new Bilingual("Un message vous a été transmis", "A message was passed on to you")
                : untold.answer()
                        ? new Bilingual("Vous avez une réponse", "You have an answer")
                        : new Bilingual("Vous avez un message", "You have a message");
        return new Happening(
                conversation.id() + "-" + untold.number(),
                List.of(new Recipient.OfAccount(untold.accountId())),
                Topic.MESSAGES,
                title,
                NOTHING,
                untold.quoted(),
                "/messages/" + conversation.id());
    }

    void tellModerators(Conversation reported, Instant now) {
        notices.tell(new Happening(
                reported.id() + "-reported-" + now.toEpochMilli(),
                List.of(new Recipient.Moderators()),
                Topic.ACCOUNT,
                new Bilingual("Un échange a été signalé", "A conversation was reported"),
                NOTHING,
                null,
                "/messages/signalements"));
    }

    @Scheduled(
            fixedDelayString = "${agora.messages.sweep:30s}",
            initialDelayString = "${agora.messages.first-sweep:15s}")
    void tellTheRest() {
        try {
            conversations.withUntold().forEach(this::tell);
        } catch (RuntimeException unavailable) {
            log.info(
                    "Messages wait for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        }
    }
}
