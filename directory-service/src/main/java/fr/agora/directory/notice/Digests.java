package fr.agora.directory.notice;

import fr.agora.directory.mail.Letter;
import fr.agora.directory.mail.Letter.Words;
import fr.agora.directory.mail.Mails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gathers what people want to hear of once a day or a week into one letter, when its time has come. */
@Component
class Digests {

    private static final Logger log = LoggerFactory.getLogger(Digests.class);
    private static final int IN_ONE = 50;
    private static final int IN_ONE_SWEEP = 500;
    private static final Duration INBOX = Duration.ofDays(180);

    private final Inbox inbox;
    private final PreferenceStore preferences;
    private final Mails mails;
    private final Semaphore running = new Semaphore(1);

    Digests(Inbox inbox, PreferenceStore preferences, Mails mails) {
        this.inbox = inbox;
        this.preferences = preferences;
        this.mails = mails;
    }

    @Scheduled(
            fixedDelayString = "${agora.notices.digest-sweep:1m}",
            initialDelayString = "${agora.notices.first-digest-sweep:20s}")
    void post() {
        if (!running.tryAcquire()) {
            return;
        }
        try {
            List<InboxNotice> due = inbox.dueDigest(IN_ONE);
            for (int posted = 0; !due.isEmpty() && posted < IN_ONE_SWEEP; posted++) {
                // two instances, or a crash before the mark: the letter's id follows from its first notice
                mails.post(letter(due));
                inbox.digested(due);
                due = inbox.dueDigest(IN_ONE);
            }
        } catch (RuntimeException unavailable) {
            log.info(
                    "Digests wait for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        } finally {
            running.release();
        }
    }

    @Scheduled(
            fixedDelayString = "${agora.notices.cleaning:12h}",
            initialDelayString = "${agora.notices.first-cleaning:15m}")
    void forgetOld() {
        inbox.forgetBefore(INBOX);
    }

    private Letter letter(List<InboxNotice> due) {
        InboxNotice first = due.getFirst();
        Preferences chosen = preferences.of(first.accountId());
        List<Words> lines = new ArrayList<>();
        lines.add(new Words(
                "Voici ce qui s’est passé depuis la dernière fois.", "Here is what happened since last time."));
        due.forEach(notice -> lines.add(
                new Words("• " + notice.title().fr(), "• " + notice.title().en())));
        return new Letter(
                "digest-" + first.id(),
                first.accountId(),
                due.size() == 1
                        ? new Words(first.title().fr(), first.title().en())
                        : new Words(due.size() + " nouvelles d’Agora", due.size() + " news from Agora"),
                lines,
                null,
                new Words("Ouvrir mes avis", "Open my notices"),
                "/messages/avis",
                Unsubscribing.path(chosen, first.topic()));
    }
}
