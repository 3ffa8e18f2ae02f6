package fr.agora.jobs.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts a visitor of a link once a day, and remembers nobody: what is compared is a hash with a salt that is drawn
 * anew each day, kept in memory alone and never more than so many (ADR 0029).
 */
@Component
class VisitCounting {

    private static final int MOST_REMEMBERED = 20_000;
    private static final int SALT = 32;
    private static final Pattern ROBOT = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|mastodon|whatsapp|skypeuri|embedly|curl/|wget/"
                    + "|python|java/|okhttp|go-http|libwww|scrapy|axios|node-fetch|monitor|uptime",
            Pattern.CASE_INSENSITIVE);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final SequencedSet<Long> seen = new LinkedHashSet<>();
    private LocalDate day = LocalDate.MIN;
    private byte[] salt = new byte[SALT];

    VisitCounting(Clock clock) {
        this.clock = clock;
    }

    /** A program says so itself, or says nothing at all; a page fetched in advance is nobody's visit either. */
    boolean isRobot(Visitor visitor) {
        String agent = visitor.agent();
        return agent == null
                || agent.isBlank()
                || visitor.fetchesAhead()
                || ROBOT.matcher(agent).find();
    }

    /** Whether that is the visitor's first visit of the link today, as far as is remembered. */
    synchronized boolean isFirst(String code, Visitor visitor) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            salt = new byte[SALT];
            random.nextBytes(salt);
            seen.clear();
        }
        if (!seen.add(hash(code, visitor))) {
            return false;
        }
        if (seen.size() > MOST_REMEMBERED) {
            // the oldest of the day is forgotten: at worst somebody counts twice
            seen.removeFirst();
        }
        return true;
    }

    private long hash(String code, Visitor visitor) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            for (String part : new @Nullable String[] {code, visitor.address(), visitor.agent()}) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
