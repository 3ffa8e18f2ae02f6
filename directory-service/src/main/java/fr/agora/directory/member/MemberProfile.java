package fr.agora.directory.member;

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
        List<Labelled> communities) {}
