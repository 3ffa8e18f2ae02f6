package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.index.IndexUnavailable;
import fr.agora.search.index.Indices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rebuilds what was made by an earlier version's definition, so that an upgrade needs no command. */
@Component
class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Indices indices;
    private final Rebuilds rebuilds;
    private int looks;

    Renewal(Indices indices, Rebuilds rebuilds) {
        this.indices = indices;
        this.rebuilds = rebuilds;
    }

    /**
     * For as long as it takes, since what is searched meanwhile may be fed no more; but after twice as long each time,
     * since an owner that is away costs the others a replay.
     */
    @Scheduled(fixedDelayString = "PT2M", initialDelayString = "${agora.rebuild.renewal:20s}")
    void renew() {
        try {
            if (!indices.isOutdated()) {
                looks = 0;
                return;
            }
            looks++;
            // at the first, second, fourth, eighth
            if (Integer.bitCount(looks) > 1) {
                return;
            }
            LOG.info("The index is of an earlier definition and is rebuilt");
            rebuilds.begin();
        } catch (IndexUnavailable | ProblemException later) {
            LOG.debug("The renewal of the index waits cause=\"{}\"", later.toString());
        }
    }
}
