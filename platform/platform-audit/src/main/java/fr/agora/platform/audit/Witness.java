package fr.agora.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What another service told of its chain, noted here.
 *
 * @param service whose chain
 * @param at when it was told last
 * @param marks the last places it told, in order
 * @param differsAt place at which it once told something else than before, absent while it never did
 * @param differsSince when that was heard
 */
@Document("audit_witness")
record Witness(
        @Id String service,
        Instant at,
        List<AuditSeal.Mark> marks,
        @Nullable Long differsAt,
        @Nullable Instant differsSince) {

    Witness {
        marks = List.copyOf(marks);
    }

    AuditSeal.Mark last() {
        return marks.getLast();
    }
}
