package fr.agora.directory.message;

import fr.agora.platform.security.CurrentUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its readers sees it: names and profiles, no account and no address.
 *
 * @param withWhom the other side's name, empty for somebody who asked to be forgotten
 * @param received whether the reader is on the receiving side
 * @param posts absent in lists
 */
public record ConversationView(
        String id,
        String subject,
        Person from,
        Person to,
        Person withWhom,
        boolean received,
        boolean unread,
        String state,
        boolean closed,
        boolean reported,
        Instant lastAt,
        @Nullable List<PostView> posts,
        @Nullable List<StepView> history,
        @Nullable ReportView report) {

    /** @param memberId absent without a published profile */
    public record Person(String name, @Nullable String memberId) {

        static Person of(Party party) {
            return new Person(party.name(), party.memberId());
        }
    }

    /** @param own whether the reader wrote it */
    public record PostView(Person author, boolean own, String text, Instant at) {}

    /** What happened besides the posts. */
    public record StepView(
            String event, String by, @Nullable String to, Instant at) {}

    /** Why it is reported, for moderators. */
    public record ReportView(Reason reason, @Nullable String detail, Instant at) {}

    static ConversationView line(Conversation conversation, CurrentUser reader) {
        return of(conversation, reader, null, null, null);
    }

    static ConversationView whole(Conversation conversation, CurrentUser reader) {
        Conversation.@Nullable Report report = conversation.report();
        return of(
                conversation,
                reader,
                conversation.posts().stream()
                        .map(post -> new PostView(
                                Person.of(post.author()), post.author().is(reader.accountId()), post.text(), post.at()))
                        .toList(),
                conversation.history().stream()
                        .map(step -> new StepView(step.event().name(), step.by(), step.to(), step.at()))
                        .toList(),
                report != null && reader.isModerator() && conversation.isReported()
                        ? new ReportView(report.reason(), report.detail(), report.at())
                        : null);
    }

    private static ConversationView of(
            Conversation conversation,
            CurrentUser reader,
            @Nullable List<PostView> posts,
            @Nullable List<StepView> history,
            @Nullable ReportView report) {
        boolean received = conversation.isReceiver(reader.accountId());
        return new ConversationView(
                conversation.id(),
                conversation.subject(),
                Person.of(conversation.sender()),
                Person.of(conversation.handler()),
                Person.of(received ? conversation.sender() : conversation.handler()),
                received,
                conversation.isUnreadBy(reader.accountId()),
                conversation.state().name(),
                conversation.isClosed(),
                conversation.isReported(),
                conversation.lastAt(),
                posts,
                history,
                report);
    }
}
