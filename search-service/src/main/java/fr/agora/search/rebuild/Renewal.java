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
            if (!indices.isOutdated()) {
                return;
            }
            attempts++;
            LOG.info("The index is of an earlier definition and is rebuilt");
            rebuilds.begin();
        } catch (IndexUnavailable | ProblemException later) {
            LOG.debug("The renewal of the index waits cause=\"{}\"", later.toString());
        }
    }
}
