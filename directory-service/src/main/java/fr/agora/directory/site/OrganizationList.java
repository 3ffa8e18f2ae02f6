package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationFilter;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of organisations, with what was asked for. */
public record OrganizationList(
        List<Organization> organizations,
        String words,
        @Nullable OrganizationKind kind,
        List<OrganizationKind> kinds,
        @Nullable String next,
        boolean further,
        boolean moderator) {

    static OrganizationList of(
            Slice<Organization> found,
            OrganizationFilter filter,
            Paging paging,
            Optional<CurrentUser> reader,
            Page page) {
        return new OrganizationList(
                found.items(),
                filter.words(),
                filter.kind(),
                Arrays.asList(OrganizationKind.values()),
                found.next() == null ? null : page.here("cursor", found.next()),
                paging.cursor() != null,
                reader.filter(CurrentUser::isModerator).isPresent());
    }
}
