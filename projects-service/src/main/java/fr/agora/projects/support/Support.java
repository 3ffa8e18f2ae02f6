package fr.agora.projects.support;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.copies.Ministry;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.mandates.Perimeter;
import fr.agora.projects.people.PersonErased;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Opens, follows and closes requests for support. */
@Service
@EnableConfigurationProperties(SupportSettings.class)
public class Support {

    static final int LONGEST_TEXT = 5_000;

    private static final Pattern DATA_GOUV_ID = Pattern.compile("[0-9a-f]{24}|[a-z0-9][a-z0-9-]{2,199}");
    private static final int ATTEMPTS = 5;

    private final SupportRequests requests;
    private final SupportAccess access;
    private final SupportNotices notices;
    private final SecurityChecklists checklists;
    private final Organizations organizations;
    private final Mandates mandates;
    private final Clock clock;

    Support(
            SupportRequests requests,
            SupportAccess access,
            SupportNotices notices,
            SecurityChecklists checklists,
            Organizations organizations,
            Mandates mandates,
            Clock clock) {
        this.requests = requests;
        this.access = access;
        this.notices = notices;
        this.checklists = checklists;
        this.organizations = organizations;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** An administration asks for itself; Etalab suggests to any. Its data officer is told in both cases. */
    public SupportRequest open(CurrentUser by, SupportDraft draft) {
        boolean suggested = by.isModerator();
        requireMayOpen(by, draft.organizationId());
        if (suggested && organizations.find(draft.organizationId()).isEmpty()) {
            throw ProblemException.invalidField("organizationId", "field.unknown", draft.organizationId());
        }
        SupportRequest request = new SupportRequest(
                OpaqueId.next("sr"),
                suggested ? SupportOrigin.SUGGESTION : SupportOrigin.REQUEST,
                draft.organizationId(),
                draft.title(),
                draft.description(),
                draft.needs(),
                SupportRequest.now(clock));
        List<String> line = List.copyOf(organizations.lineage(draft.organizationId()));
        request.open(
                by.accountId(),
                suggested ? Voice.DESK : Voice.ADMINISTRATION,
                line,
                ministriesOf(draft.organizationId(), line),
                clock);
        if (draft.needs().contains(SupportNeed.SECURITY)) {
            request.checkAgainst(checklists.inForce().version());
        }
        notices.opened(request).forEach(notice -> request.tell(notice, clock));
        return requests.insert(request);
    }

    private List<String> ministriesOf(String organization, List<String> line) {
        Set<String> ministries = new java.util.TreeSet<>(line);
        organizations.find(organization).map(Organization::ministries).orElse(List.of()).stream()
                .map(Ministry::id)
                .forEach(ministries::add);
        return List.copyOf(ministries);
    }

    public SupportRequest read(String id, CurrentUser reader) {
        return access.readable(id, reader);
    }

    public Voice voice(SupportRequest request, CurrentUser reader) {
        return access.voice(request, reader).orElseThrow(ProblemException::notFound);
    }

    public Slice<SupportRequest> mine(CurrentUser user, Paging paging) {
        return requests.ofAccount(user.accountId(), paging);
    }

    /** All of them for Etalab's desk, those below them for data officers and their relays; nothing for anybody else. */
    public Slice<SupportRequest> desk(CurrentUser user, @Nullable SupportState state, Paging paging) {
        if (user.isModerator()) {
            return requests.all(state, paging);
        }
        Perimeter perimeter = mandates.ministerialPerimeter(user);
        if (perimeter.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return requests.within(perimeter, paging);
    }

    /** Whether that desk has anything to show to somebody. */
    public boolean hasDesk(CurrentUser user) {
        return user.isModerator() || mandates.isAmdac(user);
    }

    /** Throws where somebody who may open a file would open it for another administration than their own. */
    public static void requireMayOpen(CurrentUser by, @Nullable String organization) {
        if (!by.isModerator() && organization != null && !organization.equals(by.organization())) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    /** Throws unless that person decides on that file. */
    public void requireDesk(String id, CurrentUser desk) {
        access.readable(id, desk);
        if (!desk.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    public SupportRequest write(String id, CurrentUser by, @Nullable String text) {
        return change(id, by, request -> {
            String written = SupportDraft.text("text", text, LONGEST_TEXT);
            request.write(by.accountId(), voice(request, by), written, clock);
            notices.written(request, by.accountId()).ifPresent(notice -> request.tell(notice, clock));
        });
    }

    public SupportRequest assign(String id, CurrentUser desk, Set<Department> departments, Department lead) {
        return decide(id, desk, request -> request.assign(departments, lead, clock));
    }

    public SupportRequest start(String id, CurrentUser desk) {
        return decide(id, desk, request -> request.start(clock));
    }

    public SupportRequest close(String id, CurrentUser desk, @Nullable String outcome) {
        return decide(id, desk, request -> request.close(SupportDraft.text("outcome", outcome, LONGEST_TEXT), clock));
    }

    public SupportRequest decline(String id, CurrentUser desk, @Nullable String reason) {
        return decide(id, desk, request -> request.decline(SupportDraft.text("outcome", reason, LONGEST_TEXT), clock));
    }

    public SupportRequest done(String id, CurrentUser by, PublicationStep step) {
        return change(id, by, request -> request.done(step, clock));
    }

    /** @param dataGouvId identifier or slug of the dataset or dataservice on data.gouv.fr */
    public SupportRequest listed(String id, CurrentUser by, @Nullable String dataGouvId) {
        return change(id, by, request -> {
            String given = SupportDraft.text("listedAs", dataGouvId, 200);
            if (!DATA_GOUV_ID.matcher(given).matches()) {
                throw ProblemException.invalidField("listedAs", "support.listed-as");
            }
            request.listed(given);
        });
    }

    private SupportRequest decide(String id, CurrentUser desk, Consumer<SupportRequest> decision) {
        return change(id, desk, request -> {
            if (!desk.isModerator()) {
                throw new ProblemException(CommonProblem.FORBIDDEN);
            }
            SupportState before = request.state();
            decision.accept(request);
            if (request.state() != before) {
                notices.moved(request).ifPresent(notice -> request.tell(notice, clock));
            }
        });
    }

    private SupportRequest change(String id, CurrentUser by, Consumer<SupportRequest> change) {
        return again(() -> {
            SupportRequest request = access.readable(id, by);
            change.accept(request);
            return requests.save(request);
        });
    }

    /** Two people write in one thread at once: the second reads afresh and writes after the first. */
    private static SupportRequest again(Supplier<SupportRequest> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException meanwhile) {
                Thread.onSpinWait();
            }
        }
        return change.get();
    }

    @EventListener
    void forget(PersonErased erased) {
        String account = erased.account();
        if (account != null) {
            requests.eachTouchedBy(
                    account,
                    found -> again(() -> {
                        SupportRequest request = requests.find(found.id()).orElse(found);
                        request.forget(account);
                        return requests.save(request);
                    }));
        }
    }
}
