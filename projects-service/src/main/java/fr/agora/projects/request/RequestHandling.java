package fr.agora.projects.request;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.forms.Written;
import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.reuse.ReuseWriting;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asking, answering and ending, by the parties of a request. */
@Component
public class RequestHandling {

    private static final int LONGEST_MESSAGE = 5_000;

    private final ReuseRequests requests;
    private final RequestNotices notices;
    private final UseCases useCases;
    private final ReuseWriting reuses;
    private final Organizations organizations;
    private final Mandates mandates;
    private final Clock clock;

    RequestHandling(
            ReuseRequests requests,
            RequestNotices notices,
            UseCases useCases,
            ReuseWriting reuses,
            Organizations organizations,
            Mandates mandates,
            Clock clock) {
        this.requests = requests;
        this.notices = notices;
        this.useCases = useCases;
        this.reuses = reuses;
        this.organizations = organizations;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** A request as one of its parties sees it. */
    public record Seen(ReuseRequest request, UseCase useCase, Organization organization, Side side) {}

    public ReuseRequest ask(CurrentUser author, Asking asking) {
        // whoever may declare a reuse may ask for one first
        UseCase useCase = reuses.reusable(author, asking.useCase());
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> blocks = new LinkedHashSet<>();
        for (String block : Objects.requireNonNullElse(asking.blocks(), List.<String>of())) {
            if (block == null || useCase.block(block).isEmpty()) {
                problems.add(FieldProblem.of("blocks", "field.unknown", String.valueOf(block)));
            } else {
                blocks.add(block);
            }
        }
        String text = Written.text("text", asking.text(), LONGEST_MESSAGE, problems);
        check(problems);
        String organization = Objects.requireNonNull(author.organization());
        Set<String> concerned = new LinkedHashSet<>(List.of(organization));
        concerned.addAll(useCase.content().organizationIds());
        ReuseRequest request = new ReuseRequest(
                OpaqueId.next("rr"),
                useCase.id(),
                organization,
                List.copyOf(blocks),
                author.accountId(),
                useCase.author().orElse(null),
                lineages(concerned),
                ministries(concerned),
                clock.instant());
        request.say(Side.REQUESTER, text, author.accountId(), clock);
        notices.asked(request, useCase);
        return requests.save(request);
    }

    public ReuseRequest say(CurrentUser user, String id, @Nullable String written) {
        return change(user, id, (request, seen) -> {
            request.say(seen.side(), message(written), user.accountId(), clock);
            notices.answered(request, seen.useCase(), seen.side());
        });
    }

    /** @param last {@code ACCEPTED} or {@code REFUSED} */
    public ReuseRequest decide(CurrentUser user, String id, RequestState last, @Nullable String written) {
        return change(user, id, (request, seen) -> {
            require(seen.side() == Side.OWNER);
            if (written != null && !written.isBlank()) {
                request.say(Side.OWNER, message(written), user.accountId(), clock);
            }
            request.close(last, clock);
            notices.decided(request);
        });
    }

    public ReuseRequest abandon(CurrentUser user, String id) {
        return change(user, id, (request, seen) -> {
            require(request.isBy(user.accountId()));
            request.close(RequestState.ABANDONED, clock);
            notices.answered(request, seen.useCase(), Side.REQUESTER);
        });
    }

    /** A request one takes part in; any other does not exist. */
    public Seen visible(CurrentUser user, String id) {
        ReuseRequest request = requests.find(id).orElseThrow(ProblemException::notFound);
        UseCase useCase = useCases.find(request.useCaseId()).orElseThrow(ProblemException::notFound);
        Side side = side(user, request, useCase).orElseThrow(ProblemException::notFound);
        return new Seen(request, useCase, organization(request.organizationId()), side);
    }

    /** Everything that concerns somebody, the latest touched first. */
    public Slice<Seen> concerning(CurrentUser user, Paging paging) {
        Slice<ReuseRequest> found = requests.concerning(user.accountId(), mandates.perimeter(user), paging);
        var reused = useCases.byIds(
                found.items().stream().map(ReuseRequest::useCaseId).toList());
        var asking = organizations.findAll(
                found.items().stream().map(ReuseRequest::organizationId).toList());
        List<Seen> seen = new ArrayList<>();
        for (ReuseRequest request : found.items()) {
            UseCase useCase = reused.get(request.useCaseId());
            if (useCase != null) {
                String id = request.organizationId();
                Side side = request.isBy(user.accountId()) ? Side.REQUESTER : Side.OWNER;
                seen.add(new Seen(request, useCase, asking.getOrDefault(id, unknown(id)), side));
            }
        }
        return new Slice<>(seen, found.next());
    }

    private Optional<Side> side(CurrentUser user, ReuseRequest request, UseCase useCase) {
        if (request.isBy(user.accountId())) {
            return Optional.of(Side.REQUESTER);
        }
        if (useCase.mayBeEditedBy(user)
                || useCase.content().organizationIds().stream().anyMatch(each -> mandates.isRelayOf(user, each))) {
            return Optional.of(Side.OWNER);
        }
        return mandates.isRelayOf(user, request.organizationId()) ? Optional.of(Side.OFFICER) : Optional.empty();
    }

    private ReuseRequest change(CurrentUser user, String id, BiConsumer<ReuseRequest, Seen> change) {
        return UseCases.withoutCollision(() -> {
            Seen seen = visible(user, id);
            change.accept(seen.request(), seen);
            return requests.save(seen.request());
        });
    }

    private Organization organization(String id) {
        return organizations.find(id).orElseGet(() -> unknown(id));
    }

    private static Organization unknown(String id) {
        return Organization.unheard(id);
    }

    private Set<String> lineages(Set<String> concerned) {
        Set<String> all = new LinkedHashSet<>();
        concerned.forEach(each -> all.addAll(organizations.lineage(each)));
        return all;
    }

    private Set<String> ministries(Set<String> concerned) {
        Set<String> all = new LinkedHashSet<>();
        organizations
                .findAll(concerned)
                .values()
                .forEach(each -> each.ministries().forEach(ministry -> all.add(ministry.id())));
        return all;
    }

    private static String message(@Nullable String written) {
        List<FieldProblem> problems = new ArrayList<>();
        String text = Written.text("text", written, LONGEST_MESSAGE, problems);
        check(problems);
        return text;
    }

    private static void check(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
