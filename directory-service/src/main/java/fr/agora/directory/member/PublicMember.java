package fr.agora.directory.member;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member shows, as contracts/directory/member-published says it. */
record PublicMember(
        String id,
        String displayName,
        @Nullable String headline,
        @Nullable String bio,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Skill> skills,
        List<String> offers,
        List<String> asks,
        List<Labelled> communities,
        Visibility visibility,
        String url) {

    static PublicMember of(Member member) {
        OrganizationRef organization = member.organization();
        return new PublicMember(
                member.id(),
                member.displayName(),
                member.headline(),
                member.bio(),
                organization == null ? List.of() : List.of(organization),
                member.ministries(),
                member.territories(),
                member.skills(),
                member.offers(),
                member.asks(),
                member.communities(),
                member.visibility(),
                "/annuaire/membres/" + member.id());
    }

    /** All that a withdrawal tells. */
    record Gone(String id) {}
}
