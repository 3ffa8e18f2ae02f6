package fr.agora.local.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last mails, in memory only. */
final class CaughtMails {

    /** So many are kept; older ones go. */
    static final int KEPT = 200;

    private final Deque<CaughtMail> mails = new ArrayDeque<>();
    private final Clock clock;
    private long count;

    CaughtMails(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String from, String to, byte[] source) {
        mails.addLast(CaughtMail.read(++count, clock.instant(), from, to, source));
        if (mails.size() > KEPT) {
            mails.removeFirst();
        }
    }

    /** The newest first. */
    synchronized List<CaughtMail> all() {
        List<CaughtMail> all = new ArrayList<>(mails);
        Collections.reverse(all);
        return all;
    }

    synchronized Optional<CaughtMail> find(long number) {
        return mails.stream().filter(mail -> mail.number() == number).findFirst();
    }
}
