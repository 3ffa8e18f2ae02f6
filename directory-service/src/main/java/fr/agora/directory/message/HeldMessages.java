package fr.agora.directory.message;

import fr.agora.directory.notice.Inbox;
import fr.agora.directory.notice.Notice;
import fr.agora.directory.privacy.HeldData;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept of a person here: what they wrote, and what they were told. */
@Configuration(proxyBeanMethods = false)
class HeldMessages {

    /** A text the person wrote. */
    record Written(String conversation, String subject, String text, Instant at) {}

    /** A notice the person received. */
    record Received(Notice.Bilingual title, String url, Instant at) {}

    @Bean
    HeldData messagesWritten(Conversations conversations) {
        return held(
                "messagesWritten",
                (accountId, sink) -> conversations.eachOf(
                        accountId,
                        conversation -> conversation.posts().stream()
                                .filter(post -> post.author().is(accountId))
                                .forEach(post -> sink.accept(new Written(
                                        conversation.id(), conversation.subject(), post.text(), post.at())))));
    }

    @Bean
    HeldData noticesReceived(Inbox inbox) {
        return held(
                "noticesReceived",
                (accountId, sink) -> inbox.eachOf(
                        accountId, notice -> sink.accept(new Received(notice.title(), notice.url(), notice.at()))));
    }

    private interface Reading {
        void forEach(String accountId, Consumer<Object> sink);
    }

    private static HeldData held(String kind, Reading reading) {
        return new HeldData() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void forEachOf(String accountId, @Nullable String memberId, Consumer<Object> sink) {
                reading.forEach(accountId, sink);
            }
        };
    }
}
