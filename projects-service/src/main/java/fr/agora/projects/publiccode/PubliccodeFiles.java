package fr.agora.projects.publiccode;

import fr.agora.projects.usecase.UseCase;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The publiccode.yml of use cases. */
@Component
class PubliccodeFiles {

    private final ObjectProvider<UsedBy> users;
    private final String publicUrl;

    PubliccodeFiles(
            ObjectProvider<UsedBy> users, @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") String publicUrl) {
        this.users = users;
        this.publicUrl = publicUrl;
    }

    String of(UseCase useCase) {
        List<String> usedBy = users.stream()
                .flatMap(each -> each.usedBy(useCase.id()).stream())
                .toList();
        return PubliccodeWriting.write(useCase, publicUrl + useCase.url(), usedBy);
    }
}
