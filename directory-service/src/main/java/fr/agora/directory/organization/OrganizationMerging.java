package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Merges one organisation into another. The tombstone is the whole decision, saved at once; moving what names it comes
 * after, in steps that may be repeated, so that a crash in the middle only delays the rest.
 */
@Service
public class OrganizationMerging {

    private static final Logger log = LoggerFactory.getLogger(OrganizationMerging.class);

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final TreeEdits edits;
    private final OrganizationRipples ripples;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    OrganizationMerging(
            Organizations organizations,
            OrganizationTree tree,
            TreeEdits edits,
            OrganizationRipples ripples,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organizations = organizations;
        this.tree = tree;
        this.edits = edits;
        this.ripples = ripples;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The other organisation, once {@code id} leads to it; asked again, nothing more happens.
     *
     * @throws ProblemException {@code merge-below} when the other stands below, {@code invalid-fields} when it is no
     *     published organisation, {@code already-merged} when it went elsewhere before
     */
    public Organization merge(String id, String into, CurrentUser editor) {
        if (!editor.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        Organization target = edits.alone(() -> decide(id, into));
        finish();
        return target;
    }

    private Organization decide(String id, String into) {
        Organization from = organizations.find(id).orElseThrow(ProblemException::notFound);
        Organization target = organizations
                .published(into)
                .filter(found -> !found.id().equals(id))
                .orElseThrow(() -> ProblemException.invalidField("into", "field.unknown", into));
        String before = from.mergedInto();
        if (before != null) {
            boolean same = organizations
                    .surviving(before)
                    .filter(found -> found.id().equals(target.id()))
                    .isPresent();
            if (!same) {
                throw new ProblemException(DirectoryProblem.ALREADY_MERGED, id);
            }
            return target;
        }
        if (tree.isBelow(target, id)) {
            throw new ProblemException(DirectoryProblem.MERGE_BELOW);
        }
        from.mergeInto(target.id(), clock);
        organizations.save(from);
        log.info("An organisation was merged from={} into={}", id, target.id());
        return target;
    }

    /** Moves what still names a tombstone; goes on where a crash stopped. */
    @Scheduled(fixedDelayString = "${agora.directory.merge-sweep:30s}")
    void finish() {
        if (!running.tryAcquire()) {
            return;
        }
        try {
            organizations.merging().forEach(this::finish);
        } catch (RuntimeException unavailable) {
            // the marks stay: the next sweep goes on
            log.info(
                    "A merge waits for the next sweep cause={}",
                    unavailable.getClass().getSimpleName());
        } finally {
            running.release();
        }
    }

    private void finish(Organization tombstone) {
        Organization into = organizations.surviving(tombstone.id()).orElse(null);
        if (into == null) {
            return;
        }
        organizations.eachChild(
                List.of(tombstone.id()),
                child -> edits.alone(() -> {
                    Organization current = organizations.find(child.id()).orElse(child);
                    List<String> parents = current.parentIds().stream()
                            .map(parent -> parent.equals(tombstone.id()) ? into.id() : parent)
                            .distinct()
                            .toList();
                    if (reparent(current, parents)) {
                        organizations.save(current);
                    }
                    return current;
                }));
        events.publishEvent(new OrganizationMerged(tombstone.id(), into));
        tombstone.merged();
        organizations.save(tombstone);
        ripples.nudge();
    }

    private boolean reparent(Organization child, List<String> parents) {
        try {
            return child.reparent(parents, tree.place(child.id(), parents), clock);
        } catch (ProblemException cycle) {
            // the tree was edited between the decision and now: a body too few is mended by hand, a loop by nobody
            List<String> fewer = parents.stream()
                    .filter(parent -> !tree.leadsBack(child.id(), parent))
                    .toList();
            log.warn("A merge left out a supervising body that would close a loop organization={}", child.id());
            return child.reparent(fewer, tree.place(child.id(), fewer), clock);
        }
    }

    /** Where an id leads that no longer stands for itself. */
    public Optional<Organization> successor(String id) {
        return organizations
                .find(id)
                .filter(found -> found.mergedInto() != null)
                .flatMap(found -> organizations.published(id));
    }
}
