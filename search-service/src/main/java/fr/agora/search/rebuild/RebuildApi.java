package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds, for administrators. */
@RestController
@RequestMapping("/api/search/admin/rebuilds")
@PreAuthorize("hasRole('ADMIN')")
class RebuildApi {

    private static final String ALL = "all";

    private final Rebuilds rebuilds;

    RebuildApi(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping
    @Operation(summary = "Fill the index again from the owners of what it holds; the search stays up")
    ResponseEntity<Told> begin(@Valid @RequestBody Wanted wanted) {
        if (!wanted.kind().equals(ALL)) {
            throw ProblemException.invalidField("kind", "field.unknown", bounded(wanted.kind()));
        }
        var rebuild = rebuilds.begin();
        return ResponseEntity.accepted()
                .location(URI.create("/api/search/admin/rebuilds/" + rebuild.id()))
                .body(Told.of(rebuild));
    }

    private static String bounded(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a rebuild is")
    Told find(@PathVariable String id) {
        return rebuilds.find(id).map(Told::of).orElseThrow(ProblemException::notFound);
    }

    /**
     * What to rebuild.
     *
     * @param kind {@code all}: one index holds every kind
     */
    record Wanted(@NotBlank(message = "field.required") String kind) {}

    record Told(
            String id,
            Rebuild.Status status,
            @Nullable String index,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Rebuild.Part> parts) {

        static Told of(Rebuild rebuild) {
            return new Told(
                    rebuild.id(),
                    rebuild.status(),
                    rebuild.index(),
                    rebuild.startedAt(),
                    rebuild.endedAt(),
                    rebuild.parts());
        }
    }
}
