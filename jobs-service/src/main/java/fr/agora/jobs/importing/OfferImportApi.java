package fr.agora.jobs.importing;

import fr.agora.jobs.offer.OfferImporting;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
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

/** Takes files of offers; administrators only. */
@Tag(name = "imports")
@RestController
class OfferImportApi {

    private static final int LONGEST_SOURCE = 100;

    private final LineImport lines;
    private final OfferImporting importing;
    private final Clock clock;

    OfferImportApi(LineImport lines, OfferImporting importing, Clock clock) {
        this.lines = lines;
        this.importing = importing;
        this.clock = clock;
    }

    @Operation(summary = "Imports offers, one JSON object a line, and answers a report of the same form")
    @PostMapping(path = "/api/jobs/imports/offers", consumes = LineImport.NDJSON)
    @PreAuthorize("hasRole('ADMIN')")
    void imports(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "source");
        }
        lines.run(request, response, line -> importing.take(new OfferLine(line, source.strip(), clock).read()));
    }
}
