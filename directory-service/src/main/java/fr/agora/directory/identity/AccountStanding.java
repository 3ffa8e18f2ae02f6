package fr.agora.directory.identity;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Draws the consequences of what an account is now: each step may be done twice, and the note is written last. */
@Service
class AccountStanding {

    private static final Logger log = LoggerFactory.getLogger(AccountStanding.class);

    private final Accounts accounts;
    private final AccountNotes notes;
    private final ApplicationEventPublisher events;

    AccountStanding(Accounts accounts, AccountNotes notes, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.notes = notes;
        this.events = events;
    }

    void follow(String accountId) {
        Optional<Account> account = accounts.find(accountId);
        Optional<AccountNote> note = notes.on(accountId);
        if (note.filter(each -> each.kind() == AccountNote.Kind.TO_REMOVE).isPresent()) {
            return;
        }
        if (account.isPresent() && account.get().active()) {
            if (note.isPresent()) {
                events.publishEvent(new AccountEnabled(accountId));
                notes.forget(accountId);
                log.info("An account opens again account={}", accountId);
            }
            return;
        }
        if (note.isEmpty()) {
            // Keycloak keeps the sessions of an account it disables
            account.ifPresent(present -> accounts.logOut(accountId));
            events.publishEvent(new AccountDisabled(accountId));
            notes.write(accountId, AccountNote.Kind.DISABLED);
            log.info("An account is disabled, its sessions end account={}", accountId);
        }
    }

    boolean isNoted(String accountId) {
        return notes.on(accountId).isPresent();
    }
}
