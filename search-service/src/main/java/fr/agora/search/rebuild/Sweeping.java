package fr.agora.search.rebuild;

import fr.agora.search.index.Indices;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops the indices that were replaced long enough ago. */
@Component
class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Indices indices;
    private final RebuildSettings settings;
    private final Clock clock;

    Sweeping(Indices indices, RebuildSettings settings, Clock clock) {
        this.indices = indices;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        var searched = indices.searched();
        // an index replaces those before it within minutes of its creation
        var recent = searched.stream()
                .anyMatch(
                        name -> indices.createdAt(name).isAfter(clock.instant().minus(settings.kept())));
        if (searched.isEmpty() || recent) {
            return;
        }
        indices.replaced().forEach(name -> {
            indices.drop(name);
            LOG.info("A replaced index is dropped index={}", name);
        });
    }
}
