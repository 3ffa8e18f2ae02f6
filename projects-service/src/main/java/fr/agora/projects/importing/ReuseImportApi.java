package fr.agora.projects.importing;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.reuse.ReuseImporting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of reuses known before the platform was; administrators only. */
@Tag(name = "imports")
@RestController
class ReuseImportApi {

    private static final int LONGEST_SOURCE = 100;

    private final LineImport lines;
    private final ReuseImporting importing;
    private final Clock clock;

    ReuseImportApi(LineImport lines, ReuseImporting importing, Clock clock) {
        this.lines = lines;
        this.importing = importing;
        this.clock = clock;
    }

    @Operation(summary = "Imports reuses declared elsewhere, one JSON object a line, and answers a report of that form")
    @PostMapping(path = "/api/projects/imports/reuses", consumes = LineImport.NDJSON)
    @PreAuthorize("hasRole('ADMIN')")
    void imports(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "source");
        }
        lines.run(request, response, line -> importing.take(new ReuseLine(line, source.strip(), clock).read()));
    }
}
