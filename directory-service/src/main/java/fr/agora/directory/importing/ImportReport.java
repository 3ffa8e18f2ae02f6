package fr.agora.directory.importing;

import fr.agora.platform.web.ImportCounts;
import fr.agora.platform.web.ImportRow;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What became of a file imported by the page, kept a while so that it can be read again and downloaded.
 *
 * @param rows the first lines that were not unchanged; a bounded number of them
 * @param leftOut how many more there were
 */
@Document("import_reports")
@CompoundIndex(name = "latest", def = "{'at': -1, '_id': 1}")
public record ImportReport(
        @Id String id,
        Instant at,
        ImportKind kind,
        ImportFormat format,
        ImportCounts counts,
        List<ImportRow> rows,
        long leftOut) {}
