package fr.agora.jobs.tension;

import fr.agora.jobs.recruiter.MandateRule;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads the board for those who may: the filière RH and moderators see every offer, a ministry's data officer those of
 * the ministry.
 */
@Component
public class TensionReading {

    private static final int MONTHS = 14;
    private static final int PAGE = 500;
    private static final int MOST = 20_000;

    private final WatchedOffers offers;
    private final MandateRule mandates;
    private final ObjectProvider<ApplicationCounts> applications;
    private final Clock clock;

    TensionReading(
            WatchedOffers offers, MandateRule mandates, ObjectProvider<ApplicationCounts> applications, Clock clock) {
        this.offers = offers;
        this.mandates = mandates;
        this.applications = applications;
        this.clock = clock;
    }

    /** What that person sees; refused to everybody else. */
    public Scope scope(CurrentUser user, boolean boards) {
        if (user.isModerator() || mandates.isOfHrNetwork(user)) {
            return new Scope(null, boards);
        }
        Set<String> ministries = mandates.ministriesOf(user);
        if (ministries.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        // another board's offer answers to no ministry that is known here
        return new Scope(ministries, false);
    }

    public boolean countsApplications() {
        return applications.getIfAvailable() != null;
    }

    public TensionBoard board(Scope scope) {
        Map<String, List<Watched>> byFamily = new LinkedHashMap<>();
        Map<String, Long> counts = new HashMap<>();
        int read = 0;
        List<Watched> page = offers.page(scope, since(), null, false, PAGE);
        while (!page.isEmpty() && read < MOST) {
            page.forEach(each -> byFamily.computeIfAbsent(each.family(), first -> new ArrayList<>())
                    .add(each));
            counts.putAll(counted(page.stream().filter(Watched::open).toList()));
            read += page.size();
            page = offers.page(scope, since(), page.getLast(), false, PAGE);
        }
        LocalDate today = LocalDate.now(clock);
        @Nullable Map<String, Long> told = countsApplications() ? counts : null;
        List<FamilyTension> families = byFamily.values().stream()
                .map(each -> FamilyTension.of(each, told, today))
                .sorted(FamilyTension.TENSEST_FIRST)
                .toList();
        return new TensionBoard(today, families, read, page.isEmpty());
    }

    /** Every open offer with its applications, a page at a time, however many there are. */
    public void forEachOpen(Scope scope, BiConsumer<Watched, Long> sink) {
        List<Watched> page = offers.page(scope, Instant.EPOCH, null, true, PAGE);
        while (!page.isEmpty()) {
            Map<String, Long> counts = counted(page);
            page.forEach(each -> sink.accept(each, counts.getOrDefault(each.id(), 0L)));
            page = offers.page(scope, Instant.EPOCH, page.getLast(), true, PAGE);
        }
    }

    private Map<String, Long> counted(List<Watched> open) {
        ApplicationCounts counting = applications.getIfAvailable();
        return counting == null || open.isEmpty()
                ? Map.of()
                : counting.of(open.stream().map(Watched::id).toList());
    }

    private Instant since() {
        return LocalDate.now(clock)
                .minusMonths(MONTHS)
                .atStartOfDay(Watched.PARIS)
                .toInstant();
    }
}
