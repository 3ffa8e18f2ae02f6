package fr.agora.platform.messaging;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * So many facts of one document wait for the broker that no further one is accepted: the same to a caller as a store that
 * is away for a while.
 */
public final class OutboxFull extends DataAccessResourceFailureException {

    OutboxFull(FactType type, String subject, int most) {
        super("%d facts of one document wait to be published, no room for type=%s subject=%s"
                .formatted(most, type, subject));
    }
}
