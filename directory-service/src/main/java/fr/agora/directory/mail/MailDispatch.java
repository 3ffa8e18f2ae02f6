package fr.agora.directory.mail;

import fr.agora.directory.mail.Mail.State;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands waiting letters to the server. Each is claimed with the connection open and just before it is handed in, so that
 * it leaves at most once whatever dies in the middle; see ADR 17.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailDispatch implements Mails {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    private static final int BATCH = 50;
    /** Longer than every time-out of one conversation with the server together. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Duration UNTIL_SOMEBODY_LOGS_IN = Duration.ofDays(14);
    private static final Duration LOOK_AGAIN = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<Duration> BACK_OFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private final MailStore mails;
    private final ContactAddresses addresses;
    private final Composition composition;
    private final PostOffice office;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);
    private volatile boolean reachable = true;

    MailDispatch(MailStore mails, ContactAddresses addresses, Composition composition, PostOffice office, Clock clock) {
        this.mails = mails;
        this.addresses = addresses;
        this.composition = composition;
        this.office = office;
        this.clock = clock;
    }

    @Override
    public void post(Letter letter) {
        mails.post(letter);
    }

    @Override
    public void forget(String accountId) {
        mails.forget(accountId);
        addresses.forget(accountId);
    }

    @Scheduled(fixedDelayString = "${agora.mail.sweep:2s}", initialDelayString = "${agora.mail.first-sweep:2s}")
    void dispatch() {
        if (!running.tryAcquire()) {
            return;
        }
        try {
            long lost = mails.abandon(SILENCE);
            if (lost > 0) {
                log.warn("Letters whose sender died are not sent again, their notices are in the inbox count={}", lost);
            }
            List<Mail> due;
            do {
                due = mails.due(BATCH);
            } while (!due.isEmpty() && send(due) && due.size() == BATCH);
        } catch (RuntimeException unavailable) {
            log.info(
                    "Letters wait for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        } finally {
            running.release();
        }
    }

    @Scheduled(fixedDelayString = "${agora.mail.cleaning:6h}", initialDelayString = "${agora.mail.first-cleaning:10m}")
    void forgetDone() {
        mails.forgetDone(KEPT);
    }

    /** Whether the server was there for the whole batch. */
    private boolean send(List<Mail> due) {
        try (PostOffice.Counter counter = office.open()) {
            if (!reachable) {
                log.info("The mail server answers again");
            }
            reachable = true;
            for (Mail mail : due) {
                Optional<ContactAddress> receiver = addresses.find(mail.receiver());
                if (receiver.isEmpty()) {
                    awaitAddress(mail);
                } else if (!send(mail, receiver.get(), counter)) {
                    return false;
                }
            }
            return true;
        } catch (MessagingException away) {
            if (reachable) {
                log.warn(
                        "Letters wait: the mail server does not answer cause={}",
                        away.getClass().getSimpleName());
            }
            reachable = false;
            return false;
        }
    }

    /** Whether the connection is still good. */
    private boolean send(Mail waiting, ContactAddress receiver, PostOffice.Counter counter) throws MessagingException {
        Optional<Mail> claimed = mails.claim(waiting);
        Letter letter = claimed.map(Mail::letter).orElse(null);
        if (claimed.isEmpty() || letter == null) {
            return true;
        }
        Mail mail = claimed.get();
        try {
            counter.hand(composition.of(letter, receiver, office.session()));
            mails.end(mail, State.SENT);
            return true;
        } catch (MessagingException refused) {
            switch (Refusal.of(refused)) {
                case FOR_NOW -> tryLater(mail);
                case FOR_GOOD -> fail(mail, "refused by the mail server");
                case UNKNOWN -> {
                    log.warn("Nobody knows whether a letter was taken, it is not sent again mail={}", mail.id());
                    mails.end(mail, State.UNCERTAIN);
                    return false;
                }
            }
            return true;
        }
    }

    private void tryLater(Mail mail) {
        if (mail.attempts() > BACK_OFF.size()) {
            fail(mail, "refused too often");
            return;
        }
        mails.waitUntil(mail, clock.instant().plus(BACK_OFF.get(mail.attempts() - 1)));
    }

    private void awaitAddress(Mail mail) {
        if (mail.postedAt().isBefore(clock.instant().minus(UNTIL_SOMEBODY_LOGS_IN))) {
            fail(mail, "the account never logged in");
        } else {
            mails.waitUntil(mail, clock.instant().plus(LOOK_AGAIN));
        }
    }

    private void fail(Mail mail, String why) {
        log.info("A letter does not leave, its notice is in the inbox mail={} cause=\"{}\"", mail.id(), why);
        mails.end(mail, State.FAILED);
    }
}
