package fr.agora.jobs.copies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use case as its owner last told it.
 *
 * @param visibility {@code PUBLIC}, {@code AGENTS}… as in the contracts
 */
public record UseCase(String id, String title, String url, String visibility, List<String> organizationIds) {

    public UseCase {
        organizationIds = List.copyOf(organizationIds);
    }

    /** Whether everybody who may read something of that visibility may read this use case too. */
    public boolean isVisibleWherever(String other) {
        return visibility.equals("PUBLIC") || (visibility.equals("AGENTS") && !other.equals("PUBLIC"));
    }

    /** The fields of the fact that are used here. */
    record Told(
            String id,
            String title,
            String url,
            @Nullable String visibility,
            @Nullable List<Owner> organizations) {
        record Owner(String id) {}

        UseCase useCase() {
            List<Owner> owners = organizations == null ? List.of() : organizations;
            return new UseCase(
                    id,
                    title,
                    url,
                    // what says nothing of its readers is shown to none
                    visibility == null ? "ME" : visibility,
                    owners.stream().map(Owner::id).toList());
        }
    }
}
