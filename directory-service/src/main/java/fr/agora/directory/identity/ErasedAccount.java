package fr.agora.directory.identity;

import fr.agora.directory.member.MemberErased;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is erased leaves no account behind; it goes at the next look, so that an absent Keycloak stops nobody. */
@Component
class ErasedAccount {

    private final AccountNotes notes;
    private final AccountSettings settings;

    ErasedAccount(AccountNotes notes, AccountSettings settings) {
        this.notes = notes;
        this.settings = settings;
    }

    @EventListener
    void remove(MemberErased erased) {
        @Nullable String account = erased.accountId();
        if (account != null && settings.areFollowed()) {
            notes.write(account, AccountNote.Kind.TO_REMOVE);
        }
    }
}
