package fr.agora.platform.messaging;

/** So many facts of one document wait for the broker that no further one is accepted. */
public final class OutboxFull extends RuntimeException {

    OutboxFull(FactType type, String subject, int most) {
        super("%d facts of one document wait to be published, no room for type=%s subject=%s"
                .formatted(most, type, subject));
    }
}
