package fr.agora.projects.importing;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.UseCaseImporting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of use cases; administrators only. */
@Tag(name = "imports")
@RestController
class UseCaseImportApi {

    private static final int LONGEST_SOURCE = 100;

    private final LineImport lines;
    private final UseCaseImporting importing;

    UseCaseImportApi(LineImport lines, UseCaseImporting importing) {
        this.lines = lines;
        this.importing = importing;
    }

    @Operation(summary = "Imports use cases, one JSON object a line, and answers a report of the same form")
    @PostMapping(path = "/api/projects/imports/use-cases", consumes = LineImport.NDJSON)
    @PreAuthorize("hasRole('ADMIN')")
    void imports(
            @RequestParam(defaultValue = "import") String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "source");
        }
        lines.run(request, response, line -> importing.take(new UseCaseLine(line, source.strip()).read()));
    }
}
