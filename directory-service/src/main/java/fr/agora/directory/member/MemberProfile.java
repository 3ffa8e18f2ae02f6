package fr.agora.directory.member;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft whose codes have found their words. */
record MemberProfile(
        MemberDraft draft,
        @Nullable OrganizationRef organization,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Skill> skills,
        List<Labelled> communities,
        @Nullable Alumni alumni) {

    /** Of nobody. */
    static MemberProfile blank() {
        return new MemberProfile(MemberDraft.named(""), null, List.of(), List.of(), List.of(), List.of(), null);
    }
}
