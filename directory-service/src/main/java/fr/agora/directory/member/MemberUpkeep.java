package fr.agora.directory.member;

import fr.agora.directory.notice.Notice;
import fr.agora.directory.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What time does to profiles: reminders at twelve months, rest at eighteen; and what an interruption left undone. */
@Component
class MemberUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(MemberUpkeep.class);
    private static final int BATCH = 200;
    private static final Notice.Bilingual TITLE =
            new Notice.Bilingual("Votre fiche est-elle toujours à jour ?", "Is your profile still up to date?");
    private static final Notice.Bilingual STALE = new Notice.Bilingual(
            "Vous ne l’avez pas confirmée depuis un an : l’annuaire le signale et la classe plus bas. Un clic suffit.",
            "You have not confirmed it for a year: the directory says so and ranks it lower. One click is enough.");
    private static final Notice.Bilingual ABANDONED = new Notice.Bilingual(
            "Vous ne l’avez pas confirmée depuis dix-huit mois : vos mandats ne sont plus proposés comme contacts.",
            "You have not confirmed it for eighteen months: your mandates are no longer offered as contacts.");

    private final Members members;
    private final MemberErasure erasure;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberUpkeep(
            Members members, MemberErasure erasure, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.members = members;
        this.erasure = erasure;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(cron = "0 10 5 * * *", zone = "Europe/Paris")
    void remind() {
        LocalDate today = Freshness.today(clock.instant());
        Instant abandoned = Freshness.before(today, Freshness.MONTHS_UNTIL_ABANDONED);
        inBatches(
                () -> members.unconfirmedSince(abandoned, Set.of(Freshness.ABANDONED), BATCH),
                member -> remind(member, Freshness.ABANDONED));
        Instant stale = Freshness.before(today, Freshness.MONTHS_UNTIL_STALE);
        inBatches(
                () -> members.unconfirmedSince(stale, Set.of(Freshness.STALE, Freshness.ABANDONED), BATCH),
                member -> remind(member, Freshness.STALE));
    }

    /** Tells first and keeps that it did afterwards: told twice is better than not at all. */
    private void remind(Member member, Freshness freshness) {
        boolean rests = freshness == Freshness.ABANDONED;
        if (rests) {
            events.publishEvent(new ProfileStale(member.id()));
        }
        String id = "profile-%s-%s-%s".formatted(rests ? "abandoned" : "stale", member.id(), member.confirmedAt());
        notices.tell(
                new Notice(id, List.of(member.id()), "PROFILE_CONFIRMATION", TITLE, rests ? ABANDONED : STALE, "/moi"));
        member.remindedOf(freshness);
        members.save(member);
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5M")
    void mend() {
        inBatches(() -> members.withoutFindability(BATCH), member -> {
            if (member.confirmedAt().equals(Instant.EPOCH) && !member.isErased()) {
                member.confirmedOn(clock.instant());
            }
            member.refreshFindability();
            members.save(member);
        });
        inBatches(() -> members.erasing(BATCH), erasure::settle);
    }

    /** Each action takes its member out of the next batch; a batch where none could ends the round. */
    private static void inBatches(Supplier<List<Member>> batch, Consumer<Member> action) {
        List<Member> found;
        boolean progressed;
        do {
            found = batch.get();
            progressed = false;
            for (Member member : found) {
                try {
                    action.accept(member);
                    progressed = true;
                } catch (OptimisticLockingFailureException overtaken) {
                    LOG.debug("A profile is being edited, it waits for the next round: member={}", member.id());
                }
            }
        } while (progressed && found.size() == BATCH);
    }
}
