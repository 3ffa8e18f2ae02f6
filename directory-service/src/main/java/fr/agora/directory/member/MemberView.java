package fr.agora.directory.member;

import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as the API shows them to whoever may see them. */
record MemberView(
        String id,
        String displayName,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable OrganizationRef organization,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Skill> skills,
        List<String> offers,
        List<String> asks,
        List<Labelled> communities,
        Visibility visibility,
        Status status,
        long revision,
        String url) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.displayName(),
                member.headline(),
                member.bio(),
                member.organization(),
                member.ministries(),
                member.territories(),
                member.skills(),
                member.offers(),
                member.asks(),
                member.communities(),
                member.visibility(),
                member.status(),
                member.revision(),
                "/annuaire/membres/" + member.id());
    }
}
