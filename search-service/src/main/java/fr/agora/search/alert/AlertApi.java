package fr.agora.search.alert;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Kept searches, for their owner. */
@RestController
@RequestMapping("/api/search/alerts")
class AlertApi {

    private final SavedSearches searches;
    private final Alerts alerts;

    AlertApi(SavedSearches searches, Alerts alerts) {
        this.searches = searches;
        this.alerts = alerts;
    }

    @GetMapping
    @Operation(summary = "One's own kept searches, the newest first")
    Told own(CurrentUser user) {
        return new Told(searches.of(user.accountId(), Alerts.MOST_OF_ONE).stream()
                .map(One::of)
                .toList());
    }

    @PostMapping
    @Operation(summary = "Keep a search, given as the query part of its address, and be told what is new")
    ResponseEntity<One> keep(@Valid @RequestBody Wanted wanted, CurrentUser user) {
        var question = Address.read(wanted.query());
        var search = alerts.keep(user.accountId(), question, wanted.name(), wanted.rhythm());
        return ResponseEntity.created(URI.create("/api/search/alerts/" + search.id()))
                .body(One.of(search));
    }

    @GetMapping("/{id}")
    One find(@PathVariable String id, CurrentUser user) {
        return One.of(own(id, user));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Another name or rhythm")
    One change(@PathVariable String id, @Valid @RequestBody Changed changed, CurrentUser user) {
        var search = own(id, user);
        alerts.change(search, changed.name(), changed.rhythm());
        return One.of(search);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, CurrentUser user) {
        alerts.remove(own(id, user));
    }

    private SavedSearch own(String id, CurrentUser user) {
        return searches.find(id, user.accountId()).orElseThrow(ProblemException::notFound);
    }

    /** @param query as in the address of the search page: {@code q=juriste&kind=offer} */
    record Wanted(
            @NotBlank(message = "field.required") @Size(max = 100, message = "field.too-long")
            String name,

            @Size(max = 2_000, message = "field.too-long") @Nullable
            String query,

            @NotNull(message = "field.required") Rhythm rhythm) {}

    record Changed(
            @NotBlank(message = "field.required") @Size(max = 100, message = "field.too-long")
            String name,

            @NotNull(message = "field.required") Rhythm rhythm) {}

    record Told(List<One> items) {}

    record One(
            String id,
            String name,
            String q,
            Map<String, List<String>> chosen,
            Rhythm rhythm,
            Instant createdAt,
            String url) {

        static One of(SavedSearch search) {
            return new One(
                    search.id(),
                    search.name(),
                    search.words(),
                    search.chosen(),
                    search.rhythm(),
                    search.createdAt(),
                    Address.of(search));
        }
    }
}
