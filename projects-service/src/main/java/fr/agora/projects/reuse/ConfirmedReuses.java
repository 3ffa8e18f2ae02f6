package fr.agora.projects.reuse;

import fr.agora.platform.web.Paging;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.publiccode.UsedBy;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who reuses a use case for certain: what others may write into their files. */
@Component
public class ConfirmedReuses implements UsedBy {

    private final Reuses reuses;
    private final Organizations organizations;

    ConfirmedReuses(Reuses reuses, Organizations organizations) {
        this.reuses = reuses;
        this.organizations = organizations;
    }

    /** Names of the organisations with a confirmed reuse, the latest first, a hundred at most. */
    @Override
    public List<String> usedBy(String useCaseId) {
        List<String> ids = reuses.confirmed(useCaseId, null, null, Paging.first(Paging.MAX)).items().stream()
                .map(Reuse::organizationId)
                .distinct()
                .toList();
        var known = organizations.findAll(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Organization::name)
                .toList();
    }
}
