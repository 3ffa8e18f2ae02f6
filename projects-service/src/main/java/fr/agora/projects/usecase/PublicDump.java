package fr.agora.projects.usecase;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Everything anybody may read, a page at a time: what is given away as open data. */
@Component
public class PublicDump {

    private static final int BATCH = 100;

    private final UseCases useCases;

    PublicDump(UseCases useCases) {
        this.useCases = useCases;
    }

    /** Published use cases open to all, by id; a slow reader holds no cursor open. */
    public void forEach(Consumer<UseCase> reader) {
        List<UseCase> batch = useCases.all("", BATCH);
        while (!batch.isEmpty()) {
            batch.stream()
                    .filter(each -> each.isPublished() && each.content().visibility() == Visibility.PUBLIC)
                    .forEach(reader);
            batch = useCases.all(batch.getLast().id(), BATCH);
        }
    }
}
