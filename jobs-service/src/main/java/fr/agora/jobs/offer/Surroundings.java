package fr.agora.jobs.offer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the neighbours say of what an offer names: it changes without its author.
 *
 * @param lab the datalab of the post
 */
public record Surroundings(
        List<Employer> organizations,
        List<Ministry> ministries,
        List<LinkedUseCase> useCases,
        @Nullable Employer lab) {

    static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), null);

    public Surroundings {
        organizations = List.copyOf(organizations);
        ministries = List.copyOf(ministries);
        useCases = List.copyOf(useCases);
    }

    /** The organisation that recruits; its name is its id until the directory tells of it. */
    public record Employer(String id, String name, @Nullable String acronym) {}

    /** A ministry the employer answers to. */
    public record Ministry(String id, String name) {}

    /**
     * A known use case that every reader of the offer may read.
     *
     * @param whatChanges for people, in plain words
     */
    public record LinkedUseCase(
            String id,
            String title,
            String url,
            @Nullable String whatChanges,
            @Nullable Impact impact) {}

    /** What was measured before and after. */
    public record Impact(
            String label,
            @Nullable String before,
            @Nullable String after,
            @Nullable String unit,
            @Nullable LocalDate measuredOn) {}
}
