package fr.agora.projects.publiccode;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A use case as the file that catalogues of public software read. */
@Controller
class PubliccodeApi {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final UseCaseWriting writing;
    private final PubliccodeFiles files;

    PubliccodeApi(UseCaseWriting writing, PubliccodeFiles files) {
        this.writing = writing;
        this.files = files;
    }

    @GetMapping("/cas-usage/{slug}/publiccode.yml")
    ResponseEntity<byte[]> file(@PathVariable String slug, Optional<CurrentUser> reader) {
        UseCase useCase = writing.visible(reader, slug);
        return ResponseEntity.ok().contentType(YAML).body(files.of(useCase).getBytes(StandardCharsets.UTF_8));
    }
}
