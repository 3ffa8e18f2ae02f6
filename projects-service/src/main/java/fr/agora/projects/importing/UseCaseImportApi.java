package fr.agora.projects.importing;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.UseCaseImporting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of use cases; administrators only. */
@Tag(name = "imports")
@RestController
class UseCaseImportApi {

    private static final int LONGEST_SOURCE = 100;
    private static final int LARGEST_COLLECTION = 8 * 1024 * 1024;
    private static final String PATH = "/api/projects/imports/use-cases";

    private final LineImport lines;
    private final UseCaseImporting importing;

    UseCaseImportApi(LineImport lines, UseCaseImporting importing) {
        this.lines = lines;
        this.importing = importing;
    }

    @Operation(summary = "Imports use cases, one JSON object a line, and answers a report of the same form")
    @PostMapping(path = PATH, consumes = LineImport.NDJSON)
    @PreAuthorize("hasRole('ADMIN')")
    void imports(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String from = checked(source);
        lines.run(request, response, line -> importing.take(new UseCaseLine(line, from).read()));
    }

    @Operation(summary = "Imports a zip of Markdown files with YAML front matter, in the manner of beta.gouv.fr")
    @PostMapping(path = PATH, consumes = "application/zip")
    @PreAuthorize("hasRole('ADMIN')")
    void zip(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        run(source, new ZippedMarkdown(request.getInputStream()), request, response);
    }

    @Operation(summary = "Imports one Markdown file with YAML front matter; « nom » is its name without the ending")
    @PostMapping(path = PATH, consumes = "text/markdown")
    @PreAuthorize("hasRole('ADMIN')")
    void markdown(
            @RequestParam(defaultValue = "import") String source,
            @RequestParam(defaultValue = "") String nom,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String text = text(request, ZippedMarkdown.LARGEST_FILE);
        Iterator<ImportEntry> one = List.of(ZippedMarkdown.read(1, text, nom)).iterator();
        run(source, () -> one.hasNext() ? one.next() : null, request, response);
    }

    @Operation(summary = "Imports publiccode.yml: one, several documents, or a list")
    @PostMapping(
            path = PATH,
            consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    @PreAuthorize("hasRole('ADMIN')")
    void publiccode(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        run(source, new PubliccodeEntries(text(request, LARGEST_COLLECTION)), request, response);
    }

    private void run(String source, ImportEntries entries, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String from = checked(source);
        lines.run(request, response, entries, line -> importing.take(new UseCaseLine(line, from).read()));
    }

    private static String text(HttpServletRequest request, int largest) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String checked(String source) {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "source");
        }
        return source.strip();
    }
}
