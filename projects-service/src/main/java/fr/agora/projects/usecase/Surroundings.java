package fr.agora.projects.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the directory says of the organisations a use case names: it changes without its author. */
public record Surroundings(List<Carrier> organizations, List<Ministry> ministries) {

    static final Surroundings NONE = new Surroundings(List.of(), List.of());

    public Surroundings {
        organizations = List.copyOf(organizations);
        ministries = List.copyOf(ministries);
    }

    /**
     * An organisation that carries the use case; its name is its id until the directory tells of it.
     *
     * @param ministries it answers to
     */
    public record Carrier(String id, String name, @Nullable String acronym, List<Ministry> ministries) {

        public Carrier {
            ministries = List.copyOf(ministries);
        }
    }

    /** A ministry above one of the organisations. */
    public record Ministry(String id, String name) {}
}
