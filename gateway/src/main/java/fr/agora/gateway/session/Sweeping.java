package fr.agora.gateway.session;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes sessions that are over; several gateways may do so at once. */
@Component
class Sweeping {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private final Sessions sessions;
    private boolean indexesDeclared;

    Sweeping(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            if (!indexesDeclared) {
                sessions.declareIndexes();
                indexesDeclared = true;
            }
            long ended = sessions.sweep();
            if (ended > 0) {
                log.info("Swept expired sessions. count={}", ended);
            }
        } catch (SessionsUnavailable later) {
            log.warn("The session store does not answer, sweeping waits. cause={}", String.valueOf(later.getCause()));
        }
    }
}
