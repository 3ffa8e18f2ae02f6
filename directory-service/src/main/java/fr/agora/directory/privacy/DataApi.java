package fr.agora.directory.privacy;

import fr.agora.directory.member.MemberErasure;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's data and their erasure, for programs. */
@RestController
@Tag(name = "Mes données")
class DataApi {

    private final DataExport export;
    private final MemberErasure erasure;

    DataApi(DataExport export, MemberErasure erasure) {
        this.export = export;
        this.erasure = erasure;
    }

    @GetMapping(path = {"/api/directory/my-data", "/moi/donnees/export"})
    @Operation(summary = "All the directory holds of the caller")
    void export(CurrentUser user, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agora-mes-donnees.json\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(user, response.getOutputStream());
    }

    @GetMapping(path = DataExport.SCHEMA, produces = "application/schema+json")
    @Operation(summary = "The JSON Schema of an export")
    byte[] schema() throws IOException {
        // whole, not as a file: of a file a caller may ask for a range, and for one that it has not
        return new ClassPathResource("schemas/my-data.v1.schema.json").getContentAsByteArray();
    }

    @PostMapping("/api/directory/members/{id}/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases a person at once, everywhere (themselves; administrators they asked)")
    void erase(@PathVariable String id, @RequestBody ErasureOrder order, CurrentUser user) {
        if (!order.isMeant()) {
            throw ProblemException.invalidField("confirmation", "field.erasure-word");
        }
        erasure.erase(id, user);
    }
}
