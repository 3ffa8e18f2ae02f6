package fr.agora.directory.importing;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.SpooledFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs; the security chain lets administrators alone in. */
@RestController
@Tag(name = "Imports")
class ImportApi {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String VCARD = "text/vcard";
    private static final String OLD_VCARD = "text/x-vcard";

    private final DirectoryImports imports;
    private final LineImport lines;

    ImportApi(DirectoryImports imports, LineImport lines) {
        this.imports = imports;
        this.lines = lines;
    }

    @PostMapping(
            path = "/api/directory/imports/organizations",
            consumes = {LineImport.NDJSON, JSON, CSV},
            produces = LineImport.NDJSON)
    @Operation(
            summary = "Imports organisations and reports line by line (administrators)",
            description = "NDJSON, a JSON array, a CSV or the DILA's directory; gzipped or not")
    void organizations(
            @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        run(ImportKind.ORGANIZATIONS, source, request, response);
    }

    @PostMapping(
            path = "/api/directory/imports/members",
            consumes = {LineImport.NDJSON, JSON, CSV, VCARD, OLD_VCARD},
            produces = LineImport.NDJSON)
    @Operation(
            summary = "Imports members and reports line by line (administrators)",
            description = "NDJSON, a JSON array, a CSV or vCards 3.0 and 4.0; gzipped or not")
    void members(
            @RequestParam(required = false) @Nullable String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        run(ImportKind.MEMBERS, source, request, response);
    }

    private void run(ImportKind kind, @Nullable String source, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // told at once where the size is told at once: nobody waits for forty megabytes to travel in vain
        ImportFormat announced = ImportFormat.of(request.getContentType(), "");
        if (request.getContentLengthLong() > imports.bound(announced)) {
            response.setHeader("Connection", "close");
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
        try (SpooledFile file = imports.spool(request.getInputStream())) {
            imports.run(
                    kind, ImportFormat.of(request.getContentType(), file.head()), source, file, (entries, importer) -> {
                        lines.run(request, response, entries, importer);
                        return true;
                    });
        }
    }
}
