package fr.agora.projects.reuse;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see a reuse and what they may do with it. */
@Component
public class ReuseRights {

    private final Mandates mandates;
    private final UseCases useCases;

    ReuseRights(Mandates mandates, UseCases useCases) {
        this.mandates = mandates;
        this.useCases = useCases;
    }

    /** Whether somebody vouches for the reusing organisation. */
    public boolean mayConfirm(CurrentUser user, Reuse reuse) {
        return mandates.isRelayOf(user, reuse.organizationId());
    }

    /** Those who own the use case reused: who wrote it, and who vouches for an organisation that carries it. */
    public boolean mayContest(CurrentUser user, UseCase useCase) {
        return useCase.mayBeEditedBy(user)
                || useCase.content().organizationIds().stream().anyMatch(each -> mandates.isRelayOf(user, each));
    }

    /** Whoever declared it, and who vouches for their organisation. */
    public boolean mayWithdraw(CurrentUser user, Reuse reuse) {
        return reuse.isBy(user.accountId()) || mayConfirm(user, reuse);
    }

    /** A confirmed one is public as its use case is; any other concerns the two sides and moderators. */
    public boolean isVisibleTo(Optional<CurrentUser> reader, Reuse reuse) {
        Optional<UseCase> useCase = useCases.find(reuse.useCaseId());
        if (reuse.isConfirmed()
                && useCase.filter(each -> each.isPublished() && each.isVisibleTo(reader))
                        .isPresent()) {
            return true;
        }
        return reader.filter(user -> user.isModerator()
                        || reuse.isBy(user.accountId())
                        || reuse.organizationId().equals(user.organization())
                        || useCase.filter(each -> mayContest(user, each)).isPresent()
                        || mayConfirm(user, reuse))
                .isPresent();
    }
}
