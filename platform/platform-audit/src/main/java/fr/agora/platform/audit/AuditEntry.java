package fr.agora.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One link of the chain.
 *
 * @param number its place, from 1 without a gap; two instances that want the same place collide on it
 * @param of number of the entry this one closes; for a checkpoint, of the last entry removed
 * @param account opaque identifier, absent for an anonymous visitor
 * @param roles the coarse roles the account had at that moment
 * @param operation method and route, never the address itself
 * @param subjects opaque identifiers of what it was about; for a checkpoint, the hash it vouches for
 * @param status of the answer, absent where there is none
 * @param sealedBy what made the hash; absent for SHA-256, as in each entry before there was a choice
 * @param previous hash of the entry before, empty for the first
 * @param hash over all of the above
 */
@Document("audit_entries")
@CompoundIndex(name = "account", def = "{'account': 1, '_id': -1}")
@CompoundIndex(name = "subject", def = "{'subjects': 1, '_id': -1}")
@CompoundIndex(name = "operation", def = "{'operation': 1, '_id': -1}")
@CompoundIndex(name = "kind", def = "{'kind': 1, '_id': -1}")
public record AuditEntry(
        @Id long number,
        @Indexed Instant at,
        EntryKind kind,
        @Nullable Long of,
        @Nullable String account,
        List<String> roles,
        String operation,
        List<String> subjects,
        @Nullable Integer status,
        @Nullable ChainHash sealedBy,
        String previous,
        String hash) {

    public AuditEntry {
        roles = roles == null ? List.of() : List.copyOf(roles);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    /** The link that follows another, or begins the chain. */
    static AuditEntry after(@Nullable AuditEntry head, Deed deed, Instant at, ChainHash by) {
        AuditEntry unsealed = new AuditEntry(
                head == null ? 1 : head.number() + 1,
                at,
                deed.kind(),
                deed.of(),
                deed.account(),
                deed.roles(),
                deed.operation(),
                deed.subjects(),
                deed.status(),
                by == ChainHash.SHA_256 ? null : by,
                head == null ? "" : head.hash(),
                "");
        return unsealed.sealed();
    }

    private AuditEntry sealed() {
        return new AuditEntry(
                number, at, kind, of, account, roles, operation, subjects, status, sealedBy, previous, hashOfContent());
    }

    boolean isIntact() {
        return hash.equals(hashOfContent());
    }

    /** Every value with its length before it: no two different entries are written alike. */
    private String hashOfContent() {
        String content = Stream.of(
                        Stream.of(previous, number, at.toEpochMilli(), kind, of, account, roles.size()),
                        roles.stream(),
                        Stream.of(operation, subjects.size()),
                        subjects.stream(),
                        Stream.of(Objects.toString(status)))
                .flatMap(part -> part)
                .map(Objects::toString)
                .map(value -> value.length() + ":" + value)
                .collect(Collectors.joining());
        return Objects.requireNonNullElse(sealedBy, ChainHash.SHA_256).of(content);
    }
}
