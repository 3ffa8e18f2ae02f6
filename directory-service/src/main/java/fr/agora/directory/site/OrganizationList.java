package fr.agora.directory.site;

import fr.agora.directory.organization.NearbyOrganizations.Nearby;
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

/**
 * A page of organisations, with what was asked for.
 *
 * @param place what was typed as a place, and what it means
 */
public record OrganizationList(
        List<Row> rows,
        String words,
        @Nullable OrganizationKind kind,
        List<OrganizationKind> kinds,
        TypedPlace place,
        int radius,
        List<Integer> radii,
        @Nullable String next,
        boolean further,
        boolean moderator) {

    static final List<Integer> RADII = List.of(10, 30, 50, 100, 200);

    /** @param kilometres from the place asked for */
    public record Row(Organization organization, @Nullable Double kilometres) {}

    static OrganizationList of(
            Slice<Row> found,
            OrganizationFilter filter,
            TypedPlace place,
            int radius,
            Paging paging,
            Optional<CurrentUser> reader,
            Page page) {
        return new OrganizationList(
                found.items(),
                filter.words(),
                filter.kind(),
                Arrays.asList(OrganizationKind.values()),
                place,
                radius,
                RADII,
                found.next() == null ? null : page.here("cursor", found.next()),
                paging.cursor() != null,
                reader.filter(CurrentUser::isModerator).isPresent());
    }

    static Row row(Organization organization) {
        return new Row(organization, null);
    }

    static Row row(Nearby nearby) {
        return new Row(nearby.organization(), nearby.kilometres());
    }
}
