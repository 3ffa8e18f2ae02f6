package fr.agora.jobs.foreign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What became of a file, kept for whoever sent it.
 *
 * @param dry whether it was only tried out
 * @param counts by outcome, in small letters
 * @param rows the first of those that changed something or were refused
 * @param leftOut how many more there were
 */
@Document("offer_import_reports")
@CompoundIndex(name = "latest", def = "{'at': -1, '_id': 1}")
public record OfferImportReport(
        @Id String id,
        Instant at,
        String source,
        String format,
        boolean dry,
        Map<String, Long> counts,
        List<Row> rows,
        long leftOut) {

    /**
     * A line of the file.
     *
     * @param outcome in small letters
     * @param offer what it became here; absent where nothing was written
     */
    public record Row(long line, String outcome, @Nullable String offer, List<String> reasons) {}

    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
