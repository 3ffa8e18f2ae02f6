package fr.agora.jobs.foreign;

import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the last imports by the page. */
@Component
class OfferImportReports {

    private static final int KEPT = 30;
    private static final int MOST_ROWS = 500;

    private final MongoTemplate store;
    private final JsonMapper json = JsonMapper.shared();

    OfferImportReports(MongoTemplate store) {
        this.store = store;
    }

    /** Keeps what a written report says, and lets the oldest go. */
    OfferImportReport keep(String id, Instant at, String source, ForeignFormat format, boolean dry, Path written)
            throws IOException {
        List<OfferImportReport.Row> rows = new ArrayList<>();
        Map<String, Long> counts = new HashMap<>();
        long leftOut = 0;
        try (BufferedReader lines = Files.newBufferedReader(written)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode said = json.readTree(line);
                if (said.has("summary")) {
                    said.path("summary")
                            .properties()
                            .forEach(count ->
                                    counts.put(count.getKey(), count.getValue().asLong()));
                } else if (rows.size() < MOST_ROWS) {
                    rows.add(row(said));
                } else {
                    leftOut++;
                }
            }
        }
        OfferImportReport report =
                store.insert(new OfferImportReport(id, at, source, format.name(), dry, counts, rows, leftOut));
        List<String> old =
                store.find(latest().skip(KEPT).limit(100).cursorBatchSize(100), OfferImportReport.class).stream()
                        .map(OfferImportReport::id)
                        .toList();
        store.getCollection("offer_import_reports").deleteMany(Filters.in("_id", old));
        return report;
    }

    private static OfferImportReport.Row row(JsonNode said) {
        List<String> reasons = said.path("reasons")
                .valueStream()
                .map(reason -> reason.path("field").asString("") + " "
                        + reason.path("message").asString(""))
                .toList();
        String offer = said.path("id").asString("");
        return new OfferImportReport.Row(
                said.path("line").asLong(), said.path("outcome").asString(""), offer.isEmpty() ? null : offer, reasons);
    }

    Optional<OfferImportReport> find(String id) {
        return Optional.ofNullable(store.findById(id, OfferImportReport.class));
    }

    /** The latest first, at most so many. */
    List<OfferImportReport> last(int most) {
        return store.find(latest().limit(most).cursorBatchSize(most), OfferImportReport.class);
    }

    private static Query latest() {
        return new Query().with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id")));
    }
}
