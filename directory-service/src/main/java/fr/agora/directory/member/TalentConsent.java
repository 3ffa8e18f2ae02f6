package fr.agora.directory.member;

import fr.agora.directory.cohort.ConsentKind;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes people's answers about jobs, theirs alone: nobody consents for another. */
@Service
public class TalentConsent {

    private final Members members;
    private final Organizations organizations;
    private final Clock clock;

    TalentConsent(Members members, Organizations organizations, Clock clock) {
        this.members = members;
        this.organizations = organizations;
        this.clock = clock;
    }

    public TalentView of(CurrentUser user) {
        return TalentView.of(own(user));
    }

    public TalentView answer(TalentAnswers answers, CurrentUser user) {
        Member member = own(user);
        List<OrganizationRef> hidden = new ArrayList<>();
        List<FieldProblem> unknown = new ArrayList<>();
        for (String id : answers.hiddenFrom()) {
            Optional<Organization> found = organizations.published(id);
            found.ifPresentOrElse(
                    organization -> hidden.add(organization.ref()),
                    () -> unknown.add(FieldProblem.of("hiddenFrom", "field.unknown", id)));
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.invalidFields(unknown);
        }
        // before the consents: no recruiter is told who was just hidden from them
        member.hideFrom(!Boolean.FALSE.equals(answers.hiddenFromOwn()), hidden, clock);
        member.answer(ConsentKind.RECRUITMENT, Boolean.TRUE.equals(answers.recruitment()), clock);
        member.answer(ConsentKind.RELAY, Boolean.TRUE.equals(answers.relay()), clock);
        return TalentView.of(members.save(member));
    }

    private Member own(CurrentUser user) {
        return members.ofAccount(user.accountId()).orElseThrow(ProblemException::notFound);
    }
}
