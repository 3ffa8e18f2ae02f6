package fr.agora.directory.mandate;

import fr.agora.directory.member.MemberErased;
import fr.agora.directory.member.ProfileConfirmed;
import fr.agora.directory.member.ProfileStale;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationMerged;
import fr.agora.directory.organization.OrganizationsRenamed;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what becomes of the organisations and people that mandates name. */
@Component
class MandateFollowing {

    private final Mandates mandates;
    private final Competences competences;
    private final AmdacSeats seats;
    private final MandateSettling settling;
    private final EndingNotices notices;
    private final Clock clock;

    MandateFollowing(
            Mandates mandates,
            Competences competences,
            AmdacSeats seats,
            MandateSettling settling,
            EndingNotices notices,
            Clock clock) {
        this.mandates = mandates;
        this.competences = competences;
        this.seats = seats;
        this.settling = settling;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void follow(OrganizationsRenamed renamed) {
        List<String> ids =
                renamed.organizations().stream().map(Organization::id).toList();
        mandates.eachNaming(ids, mandate -> stand(mandate, competences.again(mandate)));
    }

    @EventListener
    void follow(OrganizationMerged merged) {
        mandates.eachNaming(
                List.of(merged.from()),
                mandate -> stand(
                        mandate,
                        competences.merged(mandate, merged.from(), merged.into().ref())));
    }

    private void stand(Mandate mandate, Competence now) {
        Competence before =
                new Competence(mandate.organization(), mandate.scope(), mandate.ministries(), mandate.territories());
        if (!mandate.standing().isOver() && !now.equals(before)) {
            mandate.stand(now);
            mandate.changed(clock);
            mandates.save(mandate);
            settling.settled(mandate);
        }
    }

    @EventListener
    void hide(ProfileStale stale) {
        for (Mandate mandate : mandates.ofHolder(stale.memberId())) {
            boolean shown = mandate.isContact(Term.today(clock));
            mandate.findable(false);
            if (shown) {
                notices.stale(mandate);
            }
            mandates.save(mandate);
        }
    }

    @EventListener
    void show(ProfileConfirmed confirmed) {
        for (Mandate mandate : mandates.ofHolder(confirmed.memberId())) {
            mandate.findable(true);
            mandates.save(mandate);
        }
    }

    @EventListener
    void forget(MemberErased erased) {
        for (Mandate mandate : mandates.ofHolder(erased.memberId())) {
            if (mandate.role() == MandateRole.AMDAC) {
                seats.leave(mandate.ministries(), mandate.id());
            }
            mandate.forgetHolder(clock);
            mandates.save(mandate);
            settling.settled(mandate);
        }
    }
}
