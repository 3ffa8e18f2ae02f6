package fr.agora.directory.coverage;

import fr.agora.directory.coverage.CoverageCounts.OfKind;
import fr.agora.directory.coverage.Relays.Relay;
import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.MinistryTree;
import fr.agora.directory.organization.MinistryTree.Part;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationFilter;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells which organisations of a ministry have a relay and which lack one. */
@Service
public class Coverage {

    /** Those a finer network of relays is for. */
    static final List<OrganizationKind> KINDS =
            List.of(OrganizationKind.DIRECTORATE, OrganizationKind.FIELD_SERVICE, OrganizationKind.OPERATOR);

    private static final int BATCH = 200;

    private final MinistryTree tree;
    private final Organizations organizations;
    private final Mandates mandates;
    private final Members members;
    private final HolderNames names;
    private final Clock clock;

    Coverage(
            MinistryTree tree,
            Organizations organizations,
            Mandates mandates,
            Members members,
            HolderNames names,
            Clock clock) {
        this.tree = tree;
        this.organizations = organizations;
        this.mandates = mandates;
        this.members = members;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A ministry and how far it is covered.
     *
     */
    public record OfMinistry(Organization ministry, long total, long gaps) {

        public long percent() {
            return total == 0 ? 100 : (total - gaps) * 100 / total;
        }
    }

    /** All ministries by name: three queries, however many they are. */
    public List<OfMinistry> ministries() {
        List<Organization> ministries = organizations
                .list(new OrganizationFilter("", OrganizationKind.MINISTRY, null), Paging.first(Paging.MAX))
                .items();
        Set<String> covered = relays(null).organizations();
        Map<String, Long> totals = tree.countByMinistry(KINDS, List.of());
        Map<String, Long> gaps = tree.countByMinistry(KINDS, covered);
        return ministries.stream()
                .map(each -> new OfMinistry(each, totals.getOrDefault(each.id(), 0L), gaps.getOrDefault(each.id(), 0L)))
                .toList();
    }

    /** @throws ProblemException {@code not-found} for what is not a published ministry */
    public Organization ministry(String id) {
        return organizations
                .published(id)
                .filter(each -> each.kind() == OrganizationKind.MINISTRY)
                .orElseThrow(ProblemException::notFound);
    }

    public CoverageCounts counts(String ministry) {
        Set<String> covered = relays(ministry).organizations();
        Map<OrganizationKind, Long> totals = tree.countByKind(part(ministry, null, List.of()));
        Map<OrganizationKind, Long> gaps = tree.countByKind(part(ministry, null, covered));
        long total = sum(totals);
        long missing = sum(gaps);
        long own = covered.isEmpty() ? 0 : tree.countAmong(part(ministry, null, List.of()), covered);
        List<OfKind> kinds = KINDS.stream()
                .filter(totals::containsKey)
                .map(kind -> new OfKind(kind, totals.getOrDefault(kind, 0L), gaps.getOrDefault(kind, 0L)))
                .toList();
        return new CoverageCounts(total, own, total - missing - own, missing, kinds);
    }

    private static long sum(Map<OrganizationKind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One page of a ministry's organisations, by name. */
    public Slice<CoverageRow> list(
            String ministry, @Nullable String under, boolean gapsOnly, Optional<CurrentUser> reader, Paging paging) {
        Relays relays = relays(ministry);
        List<Organization> found = tree.some(
                part(ministry, under, gapsOnly ? relays.organizations() : List.of()),
                paging.after(2).orElse(null),
                paging.size() + 1);
        Slice<Organization> slice = Slice.of(found, paging.size(), MinistryTree::cursor);
        return new Slice<>(rows(slice.items(), relays, reader), slice.next());
    }

    /** The whole tree where it fits a page, else empty: then {@link #list} pages through it. */
    public Optional<List<CoverageNode>> tree(String ministry, int most, Optional<CurrentUser> reader) {
        List<Organization> found = tree.some(part(ministry, null, List.of()), null, most + 1);
        if (found.size() > most) {
            return Optional.empty();
        }
        List<CoverageRow> rows = rows(found, relays(ministry), reader);
        return Optional.of(CoverageNode.hang(found, rows));
    }

    /** All of a ministry, in bounded steps: nothing but one batch is ever in memory. */
    public void each(String ministry, boolean gapsOnly, Optional<CurrentUser> reader, Consumer<CoverageRow> sink) {
        Relays relays = relays(ministry);
        Part part = part(ministry, null, gapsOnly ? relays.organizations() : List.of());
        @Nullable Cursor after = null;
        List<Organization> found;
        do {
            found = tree.some(part, after, BATCH);
            rows(found, relays, reader).forEach(sink);
            after = found.isEmpty() ? after : MinistryTree.cursor(found.getLast());
        } while (found.size() == BATCH);
    }

    private Relays relays(@Nullable String ministry) {
        return Relays.of(mandates.relays(ministry, Term.today(clock)));
    }

    private List<CoverageRow> rows(List<Organization> found, Relays relays, Optional<CurrentUser> reader) {
        Map<String, Relay> covering = new HashMap<>();
        found.forEach(each -> relays.of(each).ifPresent(relay -> covering.put(each.id(), relay)));
        Collection<Mandate> named =
                covering.values().stream().map(Relay::mandate).distinct().toList();
        Map<String, Holder> holders = names.visibleTo(members.reader(reader), named);
        List<CoverageRow> rows = new ArrayList<>();
        for (Organization each : found) {
            rows.add(row(each, covering.get(each.id()), holders));
        }
        return rows;
    }

    private static CoverageRow row(Organization each, @Nullable Relay relay, Map<String, Holder> holders) {
        boolean own = relay != null && relay.organization().id().equals(each.id());
        return new CoverageRow(
                each.ref(),
                each.kind(),
                each.parents(),
                each.territories(),
                relay == null ? Covered.GAP : own ? Covered.RELAY : Covered.ABOVE,
                relay == null || own ? null : relay.organization(),
                relay == null ? null : relay.mandate().url(),
                relay == null ? null : holders.get(relay.mandate().holderId()));
    }

    private static Part part(String ministry, @Nullable String under, Collection<String> outside) {
        return new Part(ministry, under, KINDS, outside);
    }
}
