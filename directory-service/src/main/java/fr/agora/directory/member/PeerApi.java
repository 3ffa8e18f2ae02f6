package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search of peers, for programs. */
@RestController
@Tag(name = "Membres")
class PeerApi {

    private final PeerSearch search;

    PeerApi(PeerSearch search) {
        this.search = search;
    }

    @GetMapping("/api/directory/peers")
    @Operation(summary = "Peers ranked by proof, level and freshness, each with the reasons; never none")
    Peers find(
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String q,
            Optional<CurrentUser> reader,
            Paging paging,
            Locale language) {
        return search.find(new PeerQuery(skill, topic, territory, q), reader, paging, language);
    }
}
