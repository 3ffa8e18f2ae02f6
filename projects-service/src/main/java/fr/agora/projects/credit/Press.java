package fr.agora.projects.credit;

import java.time.LocalDate;
import java.util.List;

/** Where others speak of somebody's part in a use case, as others are told of it. */
@FunctionalInterface
public interface Press {

    /** The latest first; few. */
    List<Line> of(String useCaseId, String memberId);

    /**
     * One page elsewhere.
     *
     * @param link secure address
     */
    record Line(String kind, String title, String source, LocalDate publishedOn, String link) {}
}
