package fr.agora.directory.moderation;

import fr.agora.directory.moderation.ModerationCase.Report;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.moderation.ReportReason;
import fr.agora.platform.moderation.Reportable;
import fr.agora.platform.moderation.Reports;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Puts reports into the queue: those of profiles as they are made, those of other services' items as they are told. */
@Component
public class Reporting implements Reports {

    private static final int ATTEMPTS = 5;

    private final ModerationCases cases;
    private final CaseSettling settling;
    private final Clock clock;

    Reporting(ModerationCases cases, CaseSettling settling, Clock clock) {
        this.cases = cases;
        this.settling = settling;
        this.clock = clock;
    }

    @Override
    public boolean take(Reportable item, ReportReason reason, @Nullable String text, CurrentUser by) {
        return join(
                new Item(ItemKind.of("directory", item.kind()), item.id(), item.title(), item.url()),
                item.author(),
                new Report(OpaqueId.next("rp"), reason, text, by.accountId(), clock.instant()));
    }

    private record Told(
            String id,
            String kind,
            String itemId,
            String title,
            String url,
            ReportReason reason,
            @Nullable String text,
            Person reporter,
            @Nullable Person author,
            Instant reportedAt) {}

    private record Person(String accountId) {}

    /** A report another service took. */
    public void hear(Fact fact) {
        Told told = fact.as(Told.class);
        String id = fact.type().owner() + ":" + told.id();
        if (cases.knows(id)) {
            return;
        }
        join(
                new Item(ItemKind.of(fact.type().owner(), told.kind()), told.itemId(), told.title(), told.url()),
                told.author() == null ? null : told.author().accountId(),
                new Report(id, told.reason(), told.text(), told.reporter().accountId(), told.reportedAt()));
    }

    /** Two people may report the same item at once: one of them opens the case. */
    private boolean join(Item item, @Nullable String author, Report report) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<ModerationCase> open = cases.joined(item);
                ModerationCase reported =
                        open.orElseGet(() -> ModerationCase.of(OpaqueId.next("mod"), item, author, clock.instant()));
                boolean fresh = reported.report(report);
                if (fresh) {
                    ModerationCase saved = cases.save(reported);
                    if (open.isEmpty()) {
                        settling.settle(saved);
                    }
                }
                return fresh;
            } catch (DuplicateKeyException | OptimisticLockingFailureException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }
}
