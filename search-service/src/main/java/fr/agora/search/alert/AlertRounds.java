package fr.agora.search.alert;

import fr.agora.search.index.AlertIndex;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells owners in their rhythm, and keeps the index of searches complete. */
@Component
class AlertRounds {

    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final int BATCH = 100;
    /** As long as a replaced index of entries. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final SavedSearches searches;
    private final Alerts alerts;
    private final AlertIndex index;
    private final Clock clock;

    AlertRounds(SavedSearches searches, Alerts alerts, AlertIndex index, Clock clock) {
        this.searches = searches;
        this.alerts = alerts;
        this.index = index;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void tellWhatIsDue() {
        var due = searches.due(clock.instant(), BATCH);
        while (!due.isEmpty()) {
            for (var search : due) {
                search.tell(clock);
                try {
                    searches.save(search);
                } catch (OptimisticLockingFailureException e) {
                    // something was found meanwhile: the next round tells both
                    return;
                }
            }
            due = searches.due(clock.instant(), BATCH);
        }
    }

    /** What was missed or left over is mended; what an earlier version left is dropped. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10S")
    void registerAll() {
        try {
            alerts.registerAll();
            index.dropFormer(KEPT);
        } catch (DataAccessException e) {
            LOG.warn("Kept searches are registered again later cause=\"{}\"", e.toString());
        }
    }
}
