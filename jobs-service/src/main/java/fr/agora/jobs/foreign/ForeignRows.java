package fr.agora.jobs.foreign;

import fr.agora.platform.web.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a reader finds in a file, in the order of the file. */
interface ForeignRows {

    /** @param line where it begins, counted from 1 */
    void offer(long line, ForeignOffer offer);

    /** @param reference where it could be read: the offer is there, though it cannot be taken */
    void refused(long line, @Nullable String reference, List<FieldProblem> reasons);
}
