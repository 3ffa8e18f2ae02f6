package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.index.IndexUnavailable;
import fr.agora.search.index.Indices;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rebuilds what was made by an earlier version's definition, so that an upgrade needs no command. */
@Component
class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int ATTEMPTS = 3;

    private final Indices indices;
    private final Rebuilds rebuilds;
    private int attempts;

    Renewal(Indices indices, Rebuilds rebuilds) {
        this.indices = indices;
        this.rebuilds = rebuilds;
    }

    /** A few times only: an owner that does not answer is for the operator to see to. */
    @Scheduled(fixedDelayString = "PT2M", initialDelayString = "${agora.rebuild.renewal:20s}")
    void renew() {
        if (attempts >= ATTEMPTS) {
            return;
        }
        try {
            var outdated =
                    Arrays.stream(Kind.values()).filter(indices::isOutdated).toList();
            if (outdated.isEmpty()) {
                return;
            }
            attempts++;
            LOG.info("Indices of an earlier definition are rebuilt kinds={}", outdated);
            outdated.forEach(kind -> rebuilds.begin(kind.code(), List.of(kind)));
        } catch (IndexUnavailable | ProblemException later) {
            LOG.debug("The renewal of indices waits cause=\"{}\"", later.toString());
        }
    }
}
