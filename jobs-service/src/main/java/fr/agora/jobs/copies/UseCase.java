package fr.agora.jobs.copies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use case as its owner last told it.
 *
 * @param visibility {@code PUBLIC}, {@code AGENTS}… as in the contracts
 * @param whatChanges for people, in plain words
 * @param impact its first indicator
 */
public record UseCase(
        String id,
        String title,
        String url,
        String visibility,
        List<String> organizationIds,
        @Nullable String whatChanges,
        @Nullable Impact impact) {

    public UseCase {
        organizationIds = List.copyOf(organizationIds);
    }

    /** Whether everybody who may read something of that visibility may read this use case too. */
    public boolean isVisibleWherever(String other) {
        return visibility.equals("PUBLIC") || (visibility.equals("AGENTS") && !other.equals("PUBLIC"));
    }

    /** What was measured before and after. */
    public record Impact(
            String label,
            @Nullable String before,
            @Nullable String after,
            @Nullable String unit,
            @Nullable String measuredOn) {}

    /** The fields of the fact that are used here. */
    record Told(
            String id,
            String title,
            String url,
            @Nullable String visibility,
            @Nullable List<Owner> organizations,
            @Nullable String whatChanges,
            @Nullable List<Impact> indicators) {
        record Owner(String id) {}

        UseCase useCase() {
            List<Owner> owners = organizations == null ? List.of() : organizations;
            return new UseCase(
                    id,
                    title,
                    url,
                    // what says nothing of its readers is shown to none
                    visibility == null ? "ME" : visibility,
                    owners.stream().map(Owner::id).toList(),
                    whatChanges,
                    indicators == null || indicators.isEmpty() ? null : indicators.getFirst());
        }
    }
}
