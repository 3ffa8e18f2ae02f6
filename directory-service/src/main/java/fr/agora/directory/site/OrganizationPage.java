package fr.agora.directory.site;

import fr.agora.directory.member.MemberView;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.web.Slice;
import java.util.List;

/** One organisation with what stands below it and who works there, as the reader may see. */
public record OrganizationPage(
        Organization organization,
        Slice<Organization> below,
        Slice<MemberView> members,
        List<Answering> answering,
        boolean moderator) {}
