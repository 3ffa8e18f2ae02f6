package fr.agora.directory.organization;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries a change of an organisation to those that repeat its name or stand below it. The mark is in the organisation's
 * own document, so that a crash in the middle only delays the rest.
 */
@Component
class OrganizationRipples {

    private static final Logger log = LoggerFactory.getLogger(OrganizationRipples.class);

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final TreeEdits edits;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    OrganizationRipples(
            Organizations organizations,
            OrganizationTree tree,
            TreeEdits edits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organizations = organizations;
        this.tree = tree;
        this.edits = edits;
        this.events = events;
        this.clock = clock;
    }

    /** Starts spreading now instead of at the next sweep. */
    void nudge() {
        Thread.ofVirtual().name("organization-ripples").start(this::spread);
    }

    @Scheduled(fixedDelayString = "${agora.directory.ripple-sweep:2s}")
    void spread() {
        if (!running.tryAcquire()) {
            return;
        }
        try {
            List<Organization> marked = organizations.rippling();
            while (!marked.isEmpty() && spread(marked)) {
                marked = organizations.rippling();
            }
        } catch (RuntimeException unavailable) {
            // the marks stay: the next sweep goes on
            log.info(
                    "Ripples wait for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        } finally {
            running.release();
        }
    }

    /** Many at once: an import marks thousands, and a search for the children of each would cost more than the import. */
    private boolean spread(List<Organization> changed) {
        boolean[] done = {true};
        List<String> ids = changed.stream().map(Organization::id).toList();
        organizations.eachChild(ids, child -> {
            try {
                edits.alone(() -> {
                    if (child.move(tree.place(child.id(), child.parentIds()), clock)) {
                        organizations.save(child);
                    }
                    return child;
                });
            } catch (OptimisticLockingFailureException edited) {
                done[0] = false;
            }
        });
        events.publishEvent(new OrganizationsRenamed(changed));
        changed.forEach(each -> events.publishEvent(new OrganizationRenamed(each)));
        if (done[0]) {
            organizations.calmed(changed);
        }
        return done[0];
    }
}
