package fr.agora.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be noted, before it has its place in the chain; the components are those of {@link AuditEntry}. */
record Deed(
        EntryKind kind,
        @Nullable Long of,
        @Nullable String account,
        List<String> roles,
        String operation,
        List<String> subjects,
        @Nullable Integer status) {

    static Deed begun(Actor actor, String operation, List<String> subjects) {
        return new Deed(EntryKind.BEGUN, null, actor.account(), actor.roles(), operation, subjects, null);
    }

    static Deed refused(Actor actor, String operation, List<String> subjects, int status) {
        return new Deed(EntryKind.REFUSED, null, actor.account(), actor.roles(), operation, subjects, status);
    }

    static Deed ended(AuditEntry begun, List<String> subjects, int status) {
        return new Deed(
                EntryKind.ENDED, begun.number(), begun.account(), begun.roles(), begun.operation(), subjects, status);
    }

    static Deed interrupted(AuditEntry begun) {
        return new Deed(
                EntryKind.INTERRUPTED,
                begun.number(),
                begun.account(),
                begun.roles(),
                begun.operation(),
                begun.subjects(),
                null);
    }

    /** @param last the last of the entries that go */
    static Deed checkpoint(AuditEntry last) {
        return new Deed(EntryKind.CHECKPOINT, last.number(), null, List.of(), "CHECKPOINT", List.of(last.hash()), null);
    }
}
