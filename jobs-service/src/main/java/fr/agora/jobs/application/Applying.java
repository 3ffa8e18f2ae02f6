package fr.agora.jobs.application;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferAccess;
import fr.agora.jobs.relay.Referral;
import fr.agora.jobs.relay.Referring;
import fr.agora.jobs.relay.Relaying;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Candidates apply, see what became of it, and take it back. */
@Component
public class Applying {

    private static final Logger log = LoggerFactory.getLogger(Applying.class);
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int MOST_A_DAY = 20;
    private static final int AT_ONCE = 6;

    private final Applications applications;
    private final CvFiles files;
    private final CvScan scan;
    private final CvSettings settings;
    private final OfferAccess access;
    private final Relaying relaying;
    private final Referring referring;
    private final Clock clock;
    /** Files are looked at in memory: so many at a time, and no more memory than that. */
    private final Semaphore hands = new Semaphore(AT_ONCE);

    Applying(
            Applications applications,
            CvFiles files,
            CvScan scan,
            CvSettings settings,
            OfferAccess access,
            Relaying relaying,
            Referring referring,
            Clock clock) {
        this.applications = applications;
        this.files = files;
        this.scan = scan;
        this.settings = settings;
        this.access = access;
        this.relaying = relaying;
        this.referring = referring;
        this.clock = clock;
    }

    /**
     * What a candidate sends.
     *
     * @param file empty where none was attached
     * @param size of the file in bytes
     * @param fileName as the candidate's machine calls the file
     * @param relay code of the link they came by
     * @param referral code of the recommendation they accepted
     */
    public record Sent(
            @Nullable String message,
            InputStreamSource file,
            long size,
            @Nullable String fileName,
            @Nullable String relay,
            @Nullable String referral) {}

    /** Whether an offer takes applications here: one that comes from elsewhere has nobody here to read them. */
    public boolean isOpen(Offer offer) {
        return offer.isPublished() && !offer.isOver(clock) && offer.ownerAccount() != null;
    }

    /** The offer somebody wants to apply for. */
    public Offer offer(CurrentUser candidate, String offerId) {
        Offer offer = access.visible(Optional.of(candidate), offerId);
        if (offer.isRecruitedBy(candidate)) {
            throw ApplicationProblem.OWN_OFFER.asException();
        }
        if (!isOpen(offer)) {
            throw ApplicationProblem.NO_APPLICATIONS_HERE.asException();
        }
        return offer;
    }

    public Application apply(CurrentUser candidate, String offerId, Sent sent) {
        Offer offer = offer(candidate, offerId);
        if (applications.of(candidate.accountId(), offerId).isPresent()) {
            throw ApplicationProblem.ALREADY_APPLIED.asException();
        }
        String message = message(sent.message());
        if (applications.countSince(candidate.accountId(), clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw ApplicationProblem.TOO_MANY_APPLICATIONS.asException();
        }
        checkSize(sent.size());
        if (!hands.tryAcquire()) {
            throw new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE);
        }
        try {
            byte[] file = bytes(sent);
            return keep(candidate, offer, message, file, checked(file), sent);
        } finally {
            hands.release();
        }
    }

    private Application keep(
            CurrentUser candidate, Offer offer, @Nullable String message, byte[] content, CvType type, Sent sent) {
        String referral = referring
                .accepted(sent.referral(), offer.id(), candidate)
                .map(Referral::code)
                .orElse(null);
        Optional<String> relay = relaying.vouched(sent.relay(), offer.id(), candidate);
        String file = files.add(content);
        try {
            Application saved = applications.add(Application.received(
                    OpaqueId.next("ap"),
                    offer,
                    candidate,
                    message,
                    new Cv(file, Cv.harmless(sent.fileName(), type), type, content.length),
                    referral,
                    relay.isPresent(),
                    clock));
            files.claim(file);
            relay.ifPresent(relaying::countApplication);
            return saved;
        } catch (DuplicateKeyException sentTwice) {
            files.remove(file);
            throw ApplicationProblem.ALREADY_APPLIED.asException();
        }
    }

    private static @Nullable String message(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > LONGEST_MESSAGE) {
            throw ProblemException.invalidField("message", "application.message-length", LONGEST_MESSAGE);
        }
        return typed.strip();
    }

    private void checkSize(long size) {
        if (size == 0) {
            throw ProblemException.invalidField("cv", "application.no-cv");
        }
        if (size > settings.largest().toBytes()) {
            throw ApplicationProblem.CV_TOO_LARGE.asException(settings.largest().toMegabytes());
        }
    }

    private byte[] bytes(Sent sent) {
        try (InputStream content = sent.file().getInputStream()) {
            byte[] file = content.readNBytes(Math.toIntExact(settings.largest().toBytes() + 1));
            checkSize(file.length);
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private CvType checked(byte[] file) {
        CvType type = CvSniffing.typeOf(file).orElseThrow(ApplicationProblem.CV_FORMAT::asException);
        try {
            if (!scan.isClean(file)) {
                throw ApplicationProblem.CV_HARMFUL.asException();
            }
        } catch (IOException away) {
            log.error("Files of candidates cannot be scanned, so applications are refused cause={}", away.toString());
            throw ApplicationProblem.CV_NOT_SCANNED.asException();
        }
        return type;
    }

    /** One's own, withdrawn ones too. */
    public Slice<Application> mine(CurrentUser candidate, Paging paging) {
        return applications.ofCandidate(candidate.accountId(), paging);
    }

    public Application mine(CurrentUser candidate, String id) {
        return applications.find(id).filter(each -> each.isOf(candidate)).orElseThrow(ProblemException::notFound);
    }

    public Optional<Application> sent(CurrentUser candidate, String offerId) {
        return applications.of(candidate.accountId(), offerId);
    }

    /** The file goes, and what was written with it. */
    public Application withdraw(CurrentUser candidate, String id) {
        return Attempts.withoutCollision(() -> {
            Application application = mine(candidate, id);
            Cv cv = application.cv();
            if (cv != null) {
                files.remove(cv.fileId());
            }
            String recruiter = access.named(java.util.List.of(application.offerId())).stream()
                    .findFirst()
                    .map(Offer::ownerAccount)
                    .orElse(null);
            application.withdraw(recruiter, clock);
            return applications.save(application);
        });
    }

    /** The file of an application somebody may read. */
    public InputStream content(Cv cv) {
        return files.open(cv.fileId());
    }
}
