package fr.agora.directory.message;

import fr.agora.directory.member.MemberAccounts;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Everything people do with messages, and who may do it: the two sides, and moderators with what is reported. */
@Service
class Correspondence {

    private final Conversations conversations;
    private final Allowances allowances;
    private final MemberEditing profiles;
    private final MemberAccounts accounts;
    private final ConversationNotices notices;
    private final Clock clock;

    Correspondence(
            Conversations conversations,
            Allowances allowances,
            MemberEditing profiles,
            MemberAccounts accounts,
            ConversationNotices notices,
            Clock clock) {
        this.conversations = conversations;
        this.allowances = allowances;
        this.profiles = profiles;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whom a person may write to: anybody they see, but themselves. */
    MemberView addressee(String memberId, CurrentUser sender) {
        MemberView member = profiles.seen(memberId, Optional.of(sender));
        if (!member.isPublished()) {
            throw ProblemException.notFound();
        }
        if (!member.reachable()) {
            throw new ProblemException(MessageProblem.NOBODY_BEHIND_PROFILE);
        }
        if (isTheSame(member, sender)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return member;
    }

    private boolean isTheSame(MemberView member, CurrentUser user) {
        return accounts.profile(user.accountId())
                .filter(own -> own.id().equals(member.id()))
                .isPresent();
    }

    Conversation write(String memberId, MessageDraft draft, CurrentUser sender) {
        return begin(party(memberId, addressee(memberId, sender).displayName()), draft, sender);
    }

    Conversation begin(Party receiver, MessageDraft draft, CurrentUser sender) {
        allowances.useForOpening(sender.accountId());
        return told(Conversation.begun(
                OpaqueId.next("msg"), draft.subject(), draft.text(), party(sender), receiver, clock.instant()));
    }

    private Party party(String memberId, String name) {
        String account =
                accounts.behind(memberId).orElseThrow(() -> new ProblemException(MessageProblem.NOBODY_BEHIND_PROFILE));
        return new Party(account, name, memberId);
    }

    /** As they show themselves, else under the name they log in with: nobody writes under a name of their choice. */
    private Party party(CurrentUser user) {
        return accounts.profile(user.accountId())
                .map(own -> new Party(user.accountId(), own.displayName(), own.isPublished() ? own.id() : null))
                .orElseGet(() -> new Party(user.accountId(), user.name(), null));
    }

    /** For its two sides, and for moderators while it is reported; absent for anybody else. */
    Conversation readable(String id, CurrentUser reader) {
        return conversations
                .find(id)
                .filter(found -> found.isOf(reader.accountId()) || (found.isReported() && reader.isModerator()))
                .orElseThrow(ProblemException::notFound);
    }

    Conversation open(String id, CurrentUser reader) {
        Conversation conversation = readable(id, reader);
        if (conversation.isUnreadBy(reader.accountId())) {
            conversations.read(id, reader.accountId());
            conversation.read(reader.accountId());
        }
        return conversation;
    }

    private Conversation own(String id, CurrentUser user) {
        return Optional.of(readable(id, user))
                .filter(found -> found.isOf(user.accountId()))
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    }

    private Conversation received(String id, CurrentUser user) {
        return Optional.of(readable(id, user))
                .filter(found -> found.isReceiver(user.accountId()))
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    }

    Conversation answer(String id, AnswerDraft draft, CurrentUser author) {
        Conversation conversation = own(id, author);
        if (conversation.isClosed()) {
            throw new ProblemException(MessageProblem.CONVERSATION_CLOSED);
        }
        allowances.useForAnswering(author.accountId());
        return change(conversation, each -> each.answer(party(author), draft.text(), clock.instant()));
    }

    Conversation handle(String id, CurrentUser by) {
        return change(received(id, by), each -> each.handle(party(by), clock.instant()));
    }

    /** Those the receiver may pass a conversation on to. */
    List<MemberView> managers(Conversation conversation, CurrentUser receiver) {
        if (!conversation.isReceiver(receiver.accountId()) || conversation.isClosed()) {
            return List.of();
        }
        return accounts.colleagues(receiver).stream()
                .filter(each -> accounts.behind(each.id())
                        .filter(account -> !conversation.sender().is(account))
                        .isPresent())
                .toList();
    }

    /** To a colleague: the receiver decides inside their own organisation only. */
    Conversation passOn(String id, String memberId, CurrentUser by) {
        Conversation conversation = received(id, by);
        if (conversation.isClosed()) {
            throw new ProblemException(MessageProblem.CONVERSATION_CLOSED);
        }
        MemberView manager = managers(conversation, by).stream()
                .filter(each -> each.id().equals(memberId))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidField("memberId", "field.unknown", memberId));
        return change(
                conversation,
                each -> each.passOn(party(by), party(manager.id(), manager.displayName()), clock.instant()));
    }

    Conversation report(String id, ReportDraft draft, CurrentUser by) {
        Instant now = clock.instant();
        Conversation reported =
                change(own(id, by), each -> each.report(new Conversation.Report(draft.reason(), draft.detail(), now)));
        notices.tellModerators(reported, now);
        return reported;
    }

    Conversation closeReport(String id, boolean block, CurrentUser moderator) {
        Conversation conversation = readable(id, moderator);
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return change(conversation, each -> each.closeReport(block, clock.instant()));
    }

    private Conversation change(Conversation conversation, Consumer<Conversation> change) {
        change.accept(conversation);
        return told(conversation);
    }

    private Conversation told(Conversation conversation) {
        Conversation saved = conversations.save(conversation);
        notices.tell(saved);
        return saved;
    }
}
