package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Creates, edits, publishes and withdraws organisations; only moderators may. */
@Service
public class OrganizationEditing {

    /** Words of our own addresses, which would otherwise hide an organisation's page. */
    private static final Set<String> RESERVED = Set.of("nouveau", "modifier");

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final TreeEdits edits;
    private final OrganizationRipples ripples;
    private final Vocabularies vocabularies;
    private final Clock clock;

    OrganizationEditing(
            Organizations organizations,
            OrganizationTree tree,
            TreeEdits edits,
            OrganizationRipples ripples,
            Vocabularies vocabularies,
            Clock clock) {
        this.organizations = organizations;
        this.tree = tree;
        this.edits = edits;
        this.ripples = ripples;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** A published one for anybody; a draft or withdrawn one only for those who may edit it. */
    public Organization visible(String id, Optional<CurrentUser> reader) {
        return organizations
                .find(id)
                .filter(found -> found.isPublished()
                        || reader.filter(CurrentUser::isModerator).isPresent())
                .orElseThrow(ProblemException::notFound);
    }

    public Organization create(OrganizationDraft draft, CurrentUser editor) {
        allow(editor);
        check(draft, true);
        return edits.alone(() -> {
            Organization created = new Organization(identifier(draft));
            describe(created, draft);
            try {
                return organizations.insert(created);
            } catch (DuplicateKeyException taken) {
                throw duplicate(created, taken);
            }
        });
    }

    public Organization edit(String id, OrganizationDraft draft, CurrentUser editor) {
        return change(id, editor, organization -> {
            check(draft, true);
            describe(organization, draft);
        });
    }

    public Organization publish(String id, CurrentUser editor) {
        return change(id, editor, organization -> organization.publish(clock));
    }

    public Organization withdraw(String id, CurrentUser editor) {
        return change(id, editor, organization -> organization.withdraw(clock));
    }

    private Organization change(String id, CurrentUser editor, Consumer<Organization> change) {
        allow(editor);
        return edits.alone(() -> {
            Organization organization = organizations.find(id).orElseThrow(ProblemException::notFound);
            refuseMerged(organization);
            change.accept(organization);
            return save(organization);
        });
    }

    /** What was taken over has no life of its own any more. */
    private static void refuseMerged(Organization organization) {
        if (organization.mergedInto() != null) {
            throw new ProblemException(DirectoryProblem.ALREADY_MERGED, organization.id());
        }
    }

    private Organization save(Organization organization) {
        Organization saved = store(organization);
        ripples.nudge();
        return saved;
    }

    private Organization store(Organization organization) {
        try {
            return organizations.save(organization);
        } catch (DuplicateKeyException taken) {
            throw duplicate(organization, taken);
        }
    }

    /** Takes over a line of an import: the same content again changes nothing. */
    LineOutcome importOne(String id, OrganizationDraft draft, ImportKey key, boolean published) {
        Optional<Organization> known = organizations.find(id);
        ImportKey last = known.map(Organization::importKey).orElse(null);
        if (known.isPresent() && (last == null || !last.source().equals(key.source()))) {
            throw new ProblemException(DirectoryProblem.OTHER_SOURCE, id);
        }
        if (key.equals(last)) {
            return new LineOutcome.Unchanged(id);
        }
        known.ifPresent(OrganizationEditing::refuseMerged);
        check(draft, false);
        edits.alone(() -> {
            Organization organization = known.orElseGet(() -> new Organization(id));
            describe(organization, draft);
            organization.importedFrom(key);
            if (published) {
                organization.publish(clock);
            }
            // not nudged: the sweep takes hundreds of lines at once, a search after each would cost more than the line
            return store(organization);
        });
        return known.isPresent() ? new LineOutcome.Updated(id) : new LineOutcome.Created(id);
    }

    private void describe(Organization organization, OrganizationDraft draft) {
        OrganizationDraft meant = draft.below(tree.surviving(draft.parentIds()));
        OrganizationPlace place = tree.place(organization.id(), meant.parentIds());
        organization.describe(meant, place, vocabularies.territoriesAround(draft.territories()), clock);
    }

    /** @param parentsKnown an import may name a parent that arrives later, a person may not */
    private void check(OrganizationDraft draft, boolean parentsKnown) {
        List<FieldProblem> problems = new ArrayList<>();
        @Nullable String siret = draft.siret();
        if (siret != null && !Siret.isValid(siret)) {
            problems.add(FieldProblem.of("siret", "field.siret"));
        }
        @Nullable String siren = draft.siren();
        // one taken from the SIRET is as right or wrong as that
        if (siren != null && (siret == null || !siret.startsWith(siren))) {
            String problem = siret != null && Siret.isSiren(siren) ? "field.siren-of-siret" : "field.siren";
            if (siret != null || !Siret.isSiren(siren)) {
                problems.add(FieldProblem.of("siren", problem));
            }
        }
        draft.territories().stream()
                .filter(code -> !vocabularies.isTerritory(code))
                .forEach(code -> problems.add(FieldProblem.of("territories", "field.unknown", code)));
        if (draft.id() != null && RESERVED.contains(draft.id())) {
            problems.add(FieldProblem.of("id", "field.reserved"));
        }
        if (parentsKnown) {
            Set<String> known = organizations.byIds(draft.parentIds()).keySet();
            draft.parentIds().stream()
                    .filter(parent -> !known.contains(parent))
                    .forEach(parent -> problems.add(FieldProblem.of("parentIds", "field.unknown", parent)));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }

    private static String identifier(OrganizationDraft draft) {
        String id = draft.id();
        if (id == null) {
            id = Words.slug(Objects.requireNonNullElse(draft.acronym(), draft.name()));
        }
        if (id.isEmpty() || RESERVED.contains(id)) {
            throw ProblemException.invalidField("id", "field.required");
        }
        return id;
    }

    private ProblemException duplicate(Organization organization, DuplicateKeyException taken) {
        boolean bySiret = organization.siret() != null
                && String.valueOf(taken.getMessage()).contains("siret");
        return bySiret
                ? new ProblemException(DirectoryProblem.DUPLICATE_SIRET)
                : new ProblemException(DirectoryProblem.DUPLICATE_ORGANIZATION, organization.id());
    }

    private static void allow(CurrentUser editor) {
        if (!editor.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
