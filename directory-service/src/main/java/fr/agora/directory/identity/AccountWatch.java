package fr.agora.directory.identity;

import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks Keycloak what became of accounts: often for what changed, now and then for everything; one instance at a time. */
@Component
class AccountWatch {

    private static final Logger log = LoggerFactory.getLogger(AccountWatch.class);

    /** Read twice rather than missed: the two clocks differ, and an event is stored a little after it happened. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final int MOST_PAGES = 100;
    private static final List<String> SECOND_FACTOR = List.of("moderator", "admin");

    private final Accounts accounts;
    private final AccountStanding standing;
    private final AccountNotes notes;
    private final AccountSettings settings;
    private final Lease lease;
    private final Clock clock;
    private Instant lookedAtAll = Instant.EPOCH;
    private int askedUpTo;

    AccountWatch(
            Accounts accounts,
            AccountStanding standing,
            AccountNotes notes,
            AccountSettings settings,
            MongoDatabaseFactory databases,
            Clock clock) {
        this.accounts = accounts;
        this.standing = standing;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
        this.lease = new Lease(databases, "account-watch", Duration.ofMinutes(1), clock);
    }

    @Scheduled(
            initialDelayString = "${agora.accounts.first-look:PT10S}",
            fixedDelayString = "${agora.accounts.every:PT10S}")
    void watch() {
        if (!settings.areFollowed()) {
            return;
        }
        try {
            if (lease.hold()) {
                look();
            }
        } catch (RuntimeException unavailable) {
            // the next look begins where this one did
            log.info(
                    "Accounts wait for the next look cause={}",
                    unavailable.getClass().getSimpleName());
        }
    }

    void look() {
        Instant now = clock.instant();
        notes.toRemove().forEach(this::remove);
        Optional<Instant> readTo = notes.readTo();
        readTo.ifPresent(moment -> accounts.changedSince(moment.minus(OVERLAP)).forEach(standing::follow));
        if (readTo.isEmpty() || !now.isBefore(lookedAtAll.plus(settings.all()))) {
            lookAtAll();
            lookedAtAll = now;
        }
        int asked = askForSecondFactors();
        if (asked > 0) {
            log.info("Accounts are asked for a second factor accounts={}", asked);
        }
        notes.readTo(now);
    }

    private int askForSecondFactors() {
        return switch (settings.secondFactor()) {
            case NOBODY -> 0;
            case MODERATORS -> askModerators();
            case EVERYBODY -> askModerators() + askNextPage();
        };
    }

    private int askModerators() {
        return SECOND_FACTOR.stream().mapToInt(accounts::askForSecondFactor).sum();
    }

    /** One page a look, then from the beginning again: thousands of accounts never hold a look up. */
    private int askNextPage() {
        Accounts.Asked page = accounts.askForSecondFactor(askedUpTo);
        askedUpTo = page.last() ? 0 : askedUpTo + Accounts.PAGE;
        return page.accounts();
    }

    private void lookAtAll() {
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Account> disabled = accounts.disabled(page * Accounts.PAGE);
            disabled.stream()
                    .map(Account::id)
                    .filter(id -> !standing.isNoted(id))
                    .forEach(standing::follow);
            if (disabled.size() < Accounts.PAGE) {
                return;
            }
        }
    }

    private void remove(AccountNote note) {
        accounts.logOut(note.accountId());
        accounts.remove(note.accountId());
        notes.forget(note.accountId());
        log.info("The account of an erased person is removed account={}", note.accountId());
    }
}
