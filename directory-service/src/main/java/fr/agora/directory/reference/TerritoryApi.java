package fr.agora.directory.reference;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Territories for programs and for fields that complete themselves. */
@RestController
@Tag(name = "Territories")
class TerritoryApi {

    private static final String PATH = "/api/directory/territories";
    private static final int LONGEST = 100;

    private final Territories territories;
    private final Communes communes;

    TerritoryApi(Territories territories, Communes communes) {
        this.territories = territories;
        this.communes = communes;
    }

    @GetMapping(PATH)
    @Operation(summary = "Regions, departments and communes by the beginning of a name or a postal code")
    Slice<TerritoryView> suggest(@RequestParam(defaultValue = "") String q, Paging paging) {
        if (q.length() > LONGEST) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "q");
        }
        return new Slice<>(territories.suggest(q, paging.size()), null);
    }

    @GetMapping(PATH + "/{code}")
    @Operation(summary = "One territory, with its distance from another")
    TerritoryView one(@PathVariable String code, @RequestParam(required = false) @Nullable String from) {
        Position start = from == null
                ? null
                : communes.position(from)
                        .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "from"));
        return territories.find(code, start).orElseThrow(ProblemException::notFound);
    }
}
