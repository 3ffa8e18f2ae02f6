package fr.agora.directory.neighbours;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the copies of other services' things filled again. */
@RestController
@Tag(name = "Copies")
class CopiesApi {

    private final CopyFilling filling;

    CopiesApi(CopyFilling filling) {
        this.filling = filling;
    }

    @PostMapping("/api/directory/copies/rebuild")
    @Operation(summary = "Asks the owners of use cases, bricks, credits and offers to tell them again (administrators)")
    ResponseEntity<Void> rebuild(CurrentUser operator) {
        if (!operator.isAdmin()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        filling.rebuild();
        return ResponseEntity.accepted().build();
    }
}
