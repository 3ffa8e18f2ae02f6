package fr.agora.directory.message;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets conversations go that nobody has written in for two years; what is reported waits for the moderators. */
@Component
class ConversationRetention {

    static final Duration KEPT = Duration.ofDays(730);

    private final Conversations conversations;
    private final Clock clock;

    ConversationRetention(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${agora.messages.cleaning:12h}",
            initialDelayString = "${agora.messages.first-cleaning:10m}")
    void forgetOld() {
        conversations.forgetQuietBefore(clock.instant().minus(KEPT));
    }
}
