package fr.agora.directory.contact;

import fr.agora.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contact finder for programs. */
@RestController
@Tag(name = "Contacts données")
class ContactApi {

    private final ContactFinder finder;

    ContactApi(ContactFinder finder) {
        this.finder = finder;
    }

    @GetMapping("/api/directory/contact-points")
    @Operation(summary = "Who answers for data: the best first, then the further ones of the chain; never empty")
    ContactAnswer find(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String siret,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String topic,
            Optional<CurrentUser> reader) {
        return finder.find(new ContactQuestion(organization, siret, commune, topic), reader);
    }
}
