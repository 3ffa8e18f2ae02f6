package fr.agora.jobs.copies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the copies of other services' things filled again. */
@RestController
@Tag(name = "copies")
class CopiesApi {

    private final CopyFilling filling;

    CopiesApi(CopyFilling filling) {
        this.filling = filling;
    }

    @PostMapping("/api/jobs/copies/rebuild")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Asks the owners of organisations, mandates, talents and use cases to tell them again")
    ResponseEntity<Void> rebuild() {
        filling.rebuild();
        return ResponseEntity.accepted().build();
    }
}
