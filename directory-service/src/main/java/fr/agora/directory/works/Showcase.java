package fr.agora.directory.works;

import fr.agora.directory.works.Work.Kind;
import fr.agora.platform.security.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What pages show of works, to those who may see them. */
@Component
public class Showcase {

    private static final int ACHIEVEMENTS = 30;

    private final Works works;
    private final Credits credits;

    Showcase(Works works, Credits credits) {
        this.works = works;
        this.credits = credits;
    }

    public OrganizationWorks of(String organizationId, Optional<CurrentUser> reader) {
        return new OrganizationWorks(
                works.ofOrganization(organizationId, Kind.USE_CASE, reader, OrganizationWorks.SHOWN),
                works.ofOrganization(organizationId, Kind.BLOCK, reader, OrganizationWorks.SHOWN),
                works.ofOrganization(organizationId, Kind.OFFER, reader, OrganizationWorks.SHOWN));
    }

    /** What a person is named for. */
    public List<Credit> achievements(String memberId, Optional<CurrentUser> reader) {
        return credits.ofMember(memberId, reader, ACHIEVEMENTS);
    }
}
