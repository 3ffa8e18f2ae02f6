package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Creates, edits, publishes and withdraws profiles; a person's own, unless an administrator helps. */
@Service
public class MemberEditing {

    private final Members members;
    private final Organizations organizations;
    private final Vocabularies vocabularies;
    private final Cohorts cohorts;
    private final ProfileConfirmation confirmation;
    private final Clock clock;

    MemberEditing(
            Members members,
            Organizations organizations,
            Vocabularies vocabularies,
            Cohorts cohorts,
            ProfileConfirmation confirmation,
            Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.vocabularies = vocabularies;
        this.cohorts = cohorts;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    Member visible(String id, Optional<CurrentUser> reader) {
        Reader whoReads = members.reader(reader);
        return members.find(id).filter(member -> member.isVisibleTo(whoReads)).orElseThrow(ProblemException::notFound);
    }

    /** As the reader sees them, absent where they may not. */
    public MemberView seen(String id, Optional<CurrentUser> reader) {
        return members.seen(id, reader).orElseThrow(ProblemException::notFound);
    }

    public Optional<Member> own(CurrentUser user) {
        return members.ofAccount(user.accountId());
    }

    /** The caller's own profile with all that is in it. */
    public Optional<MemberView> ownView(CurrentUser user) {
        return own(user).map(this::whole);
    }

    /** The caller's own profile as others would see it. */
    public Optional<MemberView> ownAsSeenBy(Audience audience, CurrentUser user) {
        return own(user).map(member -> MemberView.seenBy(audience, member, clock.instant()));
    }

    private MemberView whole(Member member) {
        return MemberView.seenBy(Audience.SELF, member, clock.instant());
    }

    /** One profile per account: a second one is a conflict, found by the store even when two arrive at once. */
    public MemberView create(MemberDraft draft, CurrentUser author) {
        if (!author.has(Role.MEMBER) && !author.isAdmin()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (own(author).isPresent()) {
            throw new ProblemException(DirectoryProblem.PROFILE_EXISTS);
        }
        Member member = new Member(OpaqueId.next("mbr"));
        member.belongTo(author.accountId(), clock);
        member.confirmedOn(clock.instant());
        member.describe(profile(draft, true), clock);
        try {
            return whole(members.insert(member));
        } catch (DuplicateKeyException raced) {
            throw new ProblemException(DirectoryProblem.PROFILE_EXISTS);
        }
    }

    public MemberView edit(String id, MemberDraft draft, CurrentUser editor) {
        Member member = editable(id, editor);
        member.describe(profile(draft, true), clock);
        // who rewrites their profile stands by it; an administrator's help is nobody's word
        return whole(member.isOf(editor) ? confirmation.confirmed(member) : members.save(member));
    }

    public MemberView publish(String id, CurrentUser editor) {
        Member member = editable(id, editor);
        member.publish(clock);
        return whole(members.save(member));
    }

    public MemberView withdraw(String id, CurrentUser editor) {
        Member member = visible(id, Optional.of(editor));
        if (!member.mayBeWithdrawnBy(editor)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        member.withdraw(clock);
        members.save(member);
        return MemberView.seenBy(members.reader(Optional.of(editor)), member, clock.instant());
    }

    /** What may not be seen is absent; what may be seen but not touched is refused. */
    public Member editable(String id, CurrentUser editor) {
        Member member = visible(id, Optional.of(editor));
        if (!member.mayBeEditedBy(editor)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return member;
    }

    LineOutcome importOne(ImportedMember line) {
        Optional<Member> known = members.find(line.id());
        ImportKey last = known.map(Member::importKey).orElse(null);
        if (known.isPresent()
                && (last == null || !last.source().equals(line.key().source()))) {
            throw new ProblemException(DirectoryProblem.OTHER_SOURCE, line.id());
        }
        if (known.filter(Member::isErased).isPresent()) {
            throw new ProblemException(DirectoryProblem.ERASED_MEMBER, line.id());
        }
        if (line.key().equals(last)) {
            return new LineOutcome.Unchanged(line.id());
        }
        Member member = known.orElseGet(() -> new Member(line.id()));
        member.belongTo(line.account(), clock);
        if (line.confirmedAt() != null || known.isEmpty()) {
            member.confirmedOn(line.confirmedAt() == null ? clock.instant() : line.confirmedAt());
        }
        member.describe(profile(line.draft(), false), clock);
        // a person's own answer outlives every import
        line.consents().forEach((kind, since) -> {
            if (!member.consents().everAnswered(kind)) {
                member.answer(kind, true, since, clock);
            }
        });
        if (known.isEmpty()) {
            member.hideFrom(true, named(line.hiddenFrom()), clock);
        }
        member.importedFrom(line.key());
        // a file knows nothing of a moderator’s decision
        if (line.published() && !member.isHeldBack()) {
            member.publish(clock);
        }
        try {
            members.save(member);
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(DirectoryProblem.PROFILE_EXISTS);
        }
        return known.isPresent() ? new LineOutcome.Updated(line.id()) : new LineOutcome.Created(line.id());
    }

    private List<OrganizationRef> named(List<String> ids) {
        return ids.stream()
                .map(id -> organizations.published(id).map(Organization::ref).orElse(new OrganizationRef(id, id, null)))
                .toList();
    }

    /** @param organizationKnown an import may name an organisation that arrives later, a person may not */
    private MemberProfile profile(MemberDraft draft, boolean organizationKnown) {
        List<FieldProblem> problems = new ArrayList<>();
        draft.territories().stream()
                .filter(code -> !vocabularies.isTerritory(code))
                .forEach(code -> problems.add(FieldProblem.of("territories", "field.unknown", code)));
        @Nullable String id = draft.organizationId();
        @Nullable OrganizationRef organization = null;
        List<Ministry> ministries = List.of();
        if (id != null) {
            Optional<Organization> found = organizations.published(id);
            if (found.isEmpty() && organizationKnown) {
                problems.add(FieldProblem.of("organizationId", "field.unknown", id));
            }
            organization = found.map(Organization::ref).orElse(new OrganizationRef(id, id, null));
            ministries = found.map(Organization::ministries).orElse(List.of());
        }
        @Nullable Alumni alumni = null;
        if (draft.cohort() != null) {
            Optional<Labelled> cohort = cohorts.find(draft.cohort().code());
            if (cohort.isEmpty()) {
                problems.add(FieldProblem.of(
                        "cohort.code", "field.unknown", draft.cohort().code()));
            } else {
                alumni = new Alumni(
                        cohort.get(), draft.cohort().challenge(), draft.cohort().profile());
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return new MemberProfile(
                draft,
                organization,
                ministries,
                vocabularies.territoriesAround(draft.territories()),
                skills(draft),
                communities(draft),
                alumni);
    }

    private List<Skill> skills(MemberDraft draft) {
        Map<String, Skill> skills = new LinkedHashMap<>();
        for (MemberDraft.ClaimedSkill claimed : draft.skills()) {
            Labelled named = vocabularies.skills().named(claimed.code());
            if (!named.code().isEmpty()) {
                skills.putIfAbsent(
                        named.code(),
                        new Skill(
                                named.code(),
                                named.label(),
                                claimed.level(),
                                claimed.evidence(),
                                vocabularies.skills().category(named.code()).orElse(null)));
            }
        }
        return List.copyOf(skills.values());
    }

    private List<Labelled> communities(MemberDraft draft) {
        Map<String, Labelled> communities = new LinkedHashMap<>();
        for (MemberDraft.Belonging belonging : draft.communities()) {
            Labelled named = vocabularies.communities().named(belonging.code());
            if (!named.code().isEmpty()) {
                String label = belonging.label() == null ? named.label() : belonging.label();
                communities.putIfAbsent(named.code(), new Labelled(named.code(), label));
            }
        }
        return List.copyOf(communities.values());
    }
}
