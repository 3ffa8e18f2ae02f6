package fr.agora.directory.member;

import fr.agora.directory.cohort.Consent;
import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.organization.OrganizationRef;
import java.util.List;

/**
 * A member's own answers about jobs.
 *
 * @param shown whether recruiters see them now: a consent stands, and the profile is shown to agents
 * @param history every consent with its dates, oldest first
 */
public record TalentView(
        boolean recruitment,
        boolean relay,
        boolean hiddenFromOwn,
        List<OrganizationRef> hiddenFrom,
        boolean shown,
        List<Consent> history) {

    static TalentView of(Member member) {
        return new TalentView(
                member.consents().standing(ConsentKind.RECRUITMENT).isPresent(),
                member.consents().standing(ConsentKind.RELAY).isPresent(),
                member.isHiddenFromOwn(),
                member.hiddenFrom(),
                member.isTalent(),
                member.consents().history());
    }
}
