package fr.agora.directory.importing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The reports of the last imports. */
@Repository
class ImportReports {

    private final MongoTemplate store;
    private final ImportSettings settings;

    ImportReports(MongoTemplate store, ImportSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Keeps it, and lets the oldest go. */
    void keep(ImportReport report) {
        store.insert(report);
        Query old = latest().skip(settings.keptReports()).limit(100);
        old.fields().include("_id");
        List<String> ids = store.find(old, org.bson.Document.class, "import_reports").stream()
                .map(each -> each.getString("_id"))
                .toList();
        if (!ids.isEmpty()) {
            store.remove(new Query(where("_id").in(ids)), ImportReport.class);
        }
    }

    Optional<ImportReport> find(String id) {
        return Optional.ofNullable(store.findById(id, ImportReport.class));
    }

    /** Without their rows. */
    List<ImportReport> last(int most) {
        Query last = latest().limit(most);
        last.fields().exclude("rows");
        return store.find(last, ImportReport.class);
    }

    private static Query latest() {
        return new Query().with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id")));
    }
}
