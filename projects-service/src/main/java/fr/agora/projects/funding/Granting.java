package fr.agora.projects.funding;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Records and takes back grants; those who animate the network may. */
@Service
public class Granting {

    private static final String LOCAL_AUTHORITY = "LOCAL_AUTHORITY";

    private final Grants grants;
    private final UseCaseWriting useCases;
    private final Organizations organizations;
    private final Clock clock;

    Granting(Grants grants, UseCaseWriting useCases, Organizations organizations, Clock clock) {
        this.grants = grants;
        this.useCases = useCases;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @throws ProblemException where a limit is passed, the year has its grant already or nobody eligible carries it */
    public FundingGrant record(CurrentUser moderator, String useCase, GrantDraft draft) {
        allow(moderator);
        UseCase funded = useCases.visible(Optional.of(moderator), useCase);
        Collection<Organization> carriers =
                organizations.findAll(funded.content().organizationIds()).values();
        if (!carriers.isEmpty() && carriers.stream().allMatch(each -> LOCAL_AUTHORITY.equals(each.kind()))) {
            throw new ProblemException(FundingProblem.NOT_ELIGIBLE);
        }
        try {
            return grants.insert(FundingGrant.of(funded.id(), draft, clock));
        } catch (DuplicateKeyException taken) {
            throw new ProblemException(FundingProblem.DUPLICATE_GRANT, String.valueOf(draft.year()));
        }
    }

    /** Taking back what is no longer there is no mistake. */
    public void takeBack(CurrentUser moderator, String grant) {
        allow(moderator);
        grants.find(grant).ifPresent(grants::remove);
    }

    /** Throws unless that account may record grants. */
    public static void allow(CurrentUser moderator) {
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
