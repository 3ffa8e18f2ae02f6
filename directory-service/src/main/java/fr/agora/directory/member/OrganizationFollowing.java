package fr.agora.directory.member;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationMerged;
import fr.agora.directory.organization.OrganizationsRenamed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what profiles say of their organisation true. */
@Component
class OrganizationFollowing {

    private final Members members;
    private final Clock clock;

    OrganizationFollowing(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void follow(OrganizationsRenamed renamed) {
        Map<String, Organization> organizations = renamed.byId();
        members.eachOf(organizations.keySet(), member -> {
            Organization organization = organizations.get(member.organizationId());
            if (organization != null) {
                follow(member, organization);
            }
        });
    }

    /** A failure goes up: the merge is then not over, and is told again. */
    @EventListener
    void follow(OrganizationMerged merged) {
        members.eachOf(List.of(merged.from()), member -> follow(member, merged.into()));
        members.eachHiddenFrom(merged.from(), member -> {
            if (member.hiddenFromMerged(merged.from(), merged.into().ref(), clock)) {
                members.save(member);
            }
        });
    }

    private void follow(Member member, Organization organization) {
        if (member.organizationRenamed(organization.ref(), organization.ministries(), clock)) {
            members.save(member);
        }
    }
}
