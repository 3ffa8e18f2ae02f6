package fr.agora.projects.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of {@code agora.directory.mandate-published.v1} that matter here. */
record MandateTold(
        String id,
        String role,
        Named organization,
        List<Named> ministries,
        Scope scope,
        String state,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Holder holder) {

    record Named(String id) {}

    record Scope(List<Named> organizations) {}

    record Holder(@Nullable String accountId) {}

    /** Its own organisation and those its scope names. */
    Set<String> organizationIds() {
        Set<String> all = new TreeSet<>(Set.of(organization.id()));
        if (scope != null && scope.organizations() != null) {
            scope.organizations().forEach(each -> all.add(each.id()));
        }
        return all;
    }

    Set<String> ministryIds() {
        Set<String> all = new TreeSet<>();
        if (ministries != null) {
            ministries.forEach(each -> all.add(each.id()));
        }
        return all;
    }
}
