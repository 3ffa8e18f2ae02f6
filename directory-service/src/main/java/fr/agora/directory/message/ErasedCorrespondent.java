package fr.agora.directory.message;

import fr.agora.directory.mail.Mails;
import fr.agora.directory.member.MemberErased;
import fr.agora.directory.notice.Inbox;
import fr.agora.directory.notice.PreferenceStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the words, the inbox and the address of somebody who asked for it. */
@Component
class ErasedCorrespondent {

    private final Conversations conversations;
    private final Allowances allowances;
    private final Inbox inbox;
    private final PreferenceStore preferences;
    private final Mails mails;

    ErasedCorrespondent(
            Conversations conversations, Allowances allowances, Inbox inbox, PreferenceStore preferences, Mails mails) {
        this.conversations = conversations;
        this.allowances = allowances;
        this.inbox = inbox;
        this.preferences = preferences;
        this.mails = mails;
    }

    @EventListener
    void forget(MemberErased erased) {
        String accountId = erased.accountId();
        if (accountId == null) {
            return;
        }
        mails.forget(accountId);
        inbox.forget(accountId);
        preferences.forget(accountId);
        allowances.forget(accountId);
        conversations.eachOf(accountId, conversation -> {
            conversation.forget(accountId);
            if (conversation.isDeserted()) {
                conversations.delete(conversation);
            } else {
                conversations.save(conversation);
            }
        });
    }
}
