package fr.agora.directory.contact;

import fr.agora.platform.text.Labelled;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a question is about.
 *
 * @param asked the narrowest territory, absent when nothing is known of the place
 * @param around it and those it lies in, the narrowest first
 */
public record Place(@Nullable Labelled asked, List<Labelled> around) {

    static final Place UNKNOWN = new Place(null, List.of());

    public Place {
        around = List.copyOf(around);
    }

    boolean isKnown() {
        return !around.isEmpty();
    }

    /** Departments first, then regions: the order in which the nearest relay is looked for. */
    List<Labelled> departmentsThenRegions() {
        return around.stream()
                .filter(each -> !each.code().startsWith("COM-"))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    Optional<Labelled> named(String code) {
        return around.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    boolean liesIn(List<Labelled> territories) {
        return territories.stream().anyMatch(each -> named(each.code()).isPresent());
    }
}
