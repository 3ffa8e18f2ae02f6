package fr.agora.projects.reuse;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reuses as they are read: the public board, an organisation's own, the desk of those who confirm. */
@Component
public class ReuseBoard {

    private static final int MOST_GRAPH_PAGES = 5;

    private final Reuses reuses;
    private final UseCases useCases;
    private final Organizations organizations;
    private final Mandates mandates;

    ReuseBoard(Reuses reuses, UseCases useCases, Organizations organizations, Mandates mandates) {
        this.reuses = reuses;
        this.useCases = useCases;
        this.organizations = organizations;
        this.mandates = mandates;
    }

    /** Confirmed reuses of what the reader may see; a page may hold fewer rows than asked for. */
    public Slice<ReuseSeen> confirmed(
            @Nullable String useCase,
            @Nullable String organization,
            @Nullable String block,
            Optional<CurrentUser> reader,
            Paging paging) {
        Slice<Reuse> found = reuses.confirmed(useCase, organization, block, paging);
        return new Slice<>(seen(found.items(), each -> each.isPublished() && each.isVisibleTo(reader)), found.next());
    }

    /** Who reuses what, drawn from the latest confirmed reuses the reader may see. */
    public ReuseGraph graph(Optional<CurrentUser> reader) {
        List<ReuseSeen> all = new ArrayList<>();
        Paging paging = Paging.first(Paging.MAX);
        for (int page = 0; page < MOST_GRAPH_PAGES; page++) {
            Slice<ReuseSeen> found = confirmed(null, null, null, reader, paging);
            all.addAll(found.items());
            if (found.next() == null) {
                break;
            }
            paging = new Paging(Paging.MAX, found.next());
        }
        return ReuseGraph.of(all);
    }

    public Slice<ReuseSeen> ofOrganization(String organization, Paging paging) {
        return all(reuses.ofOrganization(organization, paging));
    }

    public Slice<ReuseSeen> toConfirm(CurrentUser user, Paging paging) {
        return all(reuses.toConfirm(mandates.perimeter(user), paging));
    }

    /** Whether somebody vouches for any organisation at all. */
    public boolean vouches(CurrentUser user) {
        return !mandates.perimeter(user).isEmpty();
    }

    public Slice<ReuseSeen> contested(Paging paging) {
        return all(reuses.contested(paging));
    }

    public ReuseSeen seen(Reuse reuse) {
        return seen(List.of(reuse), each -> true).getFirst();
    }

    private Slice<ReuseSeen> all(Slice<Reuse> found) {
        return new Slice<>(seen(found.items(), each -> true), found.next());
    }

    private List<ReuseSeen> seen(List<Reuse> found, Predicate<UseCase> visible) {
        Map<String, UseCase> reused =
                useCases.byIds(found.stream().map(Reuse::useCaseId).toList());
        Map<String, Organization> reusing =
                organizations.findAll(found.stream().map(Reuse::organizationId).toList());
        List<ReuseSeen> seen = new ArrayList<>();
        for (Reuse reuse : found) {
            UseCase useCase = reused.get(reuse.useCaseId());
            if (useCase != null && visible.test(useCase)) {
                String id = reuse.organizationId();
                Organization organization = reusing.get(id);
                seen.add(new ReuseSeen(reuse, organization == null ? Organization.unheard(id) : organization, useCase));
            }
        }
        return seen;
    }
}
