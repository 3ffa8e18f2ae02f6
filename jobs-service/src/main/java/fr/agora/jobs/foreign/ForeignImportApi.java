package fr.agora.jobs.foreign;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the files of other job boards as they are; administrators only. */
@Tag(name = "imports")
@RestController
class ForeignImportApi {

    private static final int LONGEST_SOURCE = 100;
    /** Once unzipped: the open data of a whole year has 85 MB. */
    private static final long LARGEST_FILE = 256L * 1024 * 1024;

    private final ForeignImport imports;
    private final ProblemTexts texts;

    ForeignImportApi(ForeignImport imports, ProblemTexts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    @Operation(
            summary =
                    "Imports a file of another job board: CSV of Choisir le service public or TalentSoft, RSS, HTML or JSON-LD")
    @PostMapping(
            path = "/api/jobs/imports/offers",
            consumes = {
                "text/csv",
                "application/rss+xml",
                "application/xml",
                "text/xml",
                "text/html",
                "application/ld+json",
                "application/octet-stream"
            })
    @PreAuthorize("hasRole('ADMIN')")
    void imports(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "false") boolean complete,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (source != null && (source.isBlank() || source.length() > LONGEST_SOURCE || source.contains("/"))) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "source");
        }
        Path report = Files.createTempFile("import-report", ".ndjson");
        try (CheckedFile file = CheckedFile.of(request.getInputStream(), LARGEST_FILE)) {
            ForeignFormat format = ForeignFormat.of(file);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(report))) {
                imports.run(
                        file,
                        format,
                        source == null ? format.source() : source.strip(),
                        complete,
                        new ForeignReport(out, texts, language(request)));
            }
            response.setContentType(LineImport.NDJSON);
            response.setContentLengthLong(Files.size(report));
            Files.copy(report, response.getOutputStream());
        } finally {
            Files.deleteIfExists(report);
        }
    }

    private static Locale language(HttpServletRequest request) {
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return english ? Locale.ENGLISH : Locale.FRENCH;
    }
}
