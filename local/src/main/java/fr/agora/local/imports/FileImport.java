package fr.agora.local.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends a whole file to the platform, batch after batch; sending it again changes nothing. */
public final class FileImport {

    private final ImportEndpoint endpoint;

    public FileImport(ImportEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Imports a file, telling how far it is after each batch. */
    public ImportSummary send(ImportKind kind, Path file, Consumer<ImportSummary> progress)
            throws IOException, InterruptedException {
        return send(kind, file, false, progress);
    }

    /**
     * The same.
     *
     * @param complete whether the file holds all its source has; only files of other job boards can say so
     */
    public ImportSummary send(ImportKind kind, Path file, boolean complete, Consumer<ImportSummary> progress)
            throws IOException, InterruptedException {
        Optional<String> whole = WholeFile.contentType(file);
        if (complete && (kind != ImportKind.OFFERS || whole.isEmpty())) {
            throw new IOException("--complete is for the files of other job boards, such as Choisir le service public");
        }
        if (whole.isPresent()) {
            return ImportReport.readWhole(endpoint.takeWhole(kind, whole.get(), file, complete));
        }
        try (Entries entries = ImportFile.open(file)) {
            return send(kind, entries, progress);
        }
    }

    /** Imports what a stream holds, in any of the three formats. */
    public ImportSummary send(ImportKind kind, InputStream bytes, Consumer<ImportSummary> progress)
            throws IOException, InterruptedException {
        try (Entries entries = ImportFile.entries(FileText.of(bytes))) {
            return send(kind, entries, progress);
        }
    }

    private ImportSummary send(ImportKind kind, Entries entries, Consumer<ImportSummary> progress)
            throws IOException, InterruptedException {
        ImportSummary summary = ImportSummary.NOTHING;
        for (Batch batch = Batch.next(entries); !batch.isEmpty(); batch = Batch.next(entries)) {
            summary = summary.plus(ImportReport.read(endpoint.take(kind, batch.ndjson()), batch));
            progress.accept(summary);
        }
        return summary;
    }
}
