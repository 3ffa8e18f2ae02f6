package fr.agora.jobs.application;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Lease;
import fr.agora.platform.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases applications: in time, with the person who asks for it, and files that no application names. */
@Component
class ApplicationRetention implements DirectoryFacts {

    private static final Logger log = LoggerFactory.getLogger(ApplicationRetention.class);
    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);
    /** A form takes seconds; one that was interrupted takes longer. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Applications applications;
    private final CvFiles files;
    private final CvSettings settings;
    private final Lease lease;
    private final Clock clock;

    ApplicationRetention(
            Applications applications,
            CvFiles files,
            CvSettings settings,
            MongoDatabaseFactory databases,
            Clock clock) {
        this.applications = applications;
        this.files = files;
        this.settings = settings;
        this.lease = new Lease(databases, "application-retention", LEASE, clock);
        this.clock = clock;
    }

    /** At most one batch of each: what is left waits for the next time. */
    @Scheduled(fixedDelayString = "${agora.cv.sweep:10m}", initialDelayString = "${agora.cv.sweep:10m}")
    void sweep() {
        if (!lease.hold()) {
            return;
        }
        List<Application> old = applications.quietBefore(clock.instant().minus(settings.keep()), BATCH);
        old.forEach(this::erase);
        List<String> stray = files.waitingBefore(clock.instant().minus(PATIENCE), BATCH);
        stray.forEach(this::settle);
        if (!old.isEmpty()) {
            log.info("Old applications were erased count={}", old.size());
        }
    }

    private void settle(String file) {
        if (applications.namesFile(file)) {
            files.claim(file);
        } else {
            files.remove(file);
        }
    }

    /** The file first: what is interrupted is found again by its application. */
    private void erase(Application application) {
        Cv cv = application.cv();
        if (cv != null) {
            files.remove(cv.fileId());
        }
        applications.remove(application);
    }

    @Override
    public void hear(Fact fact) {
        if (!fact.is(ERASED)) {
            return;
        }
        String account = fact.as(Erased.class).accountId();
        if (account == null) {
            return;
        }
        for (List<Application> batch = batch(account); !batch.isEmpty(); batch = batch(account)) {
            batch.forEach(this::erase);
        }
    }

    private List<Application> batch(String account) {
        return applications.ofCandidate(account, Paging.first(BATCH)).items();
    }

    record Erased(@Nullable String accountId) {}
}
