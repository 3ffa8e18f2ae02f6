package fr.agora.projects.usecase;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells every use case and every brick again to whoever rebuilds a copy. */
@Configuration(proxyBeanMethods = false)
class Retelling {

    private static final int BATCH = 100;

    @Bean
    ReplaySource everyUseCase(UseCases useCases, Clock clock) {
        return new Telling(
                "use-case", useCases, (useCase, sink) -> useCase.current(clock).ifPresent(sink));
    }

    @Bean
    ReplaySource everyBlock(UseCases useCases, Clock clock) {
        return new Telling(
                "block",
                useCases,
                (useCase, sink) -> useCase.currentBlocks(clock).forEach(sink));
    }

    private interface Facts {
        void of(UseCase useCase, Consumer<OutboxEntry> sink);
    }

    private record Telling(String kind, UseCases useCases, Facts facts) implements ReplaySource {

        @Override
        public void forEachCurrent(Consumer<OutboxEntry> sink) {
            List<UseCase> batch = useCases.all("", BATCH);
            while (!batch.isEmpty()) {
                batch.forEach(useCase -> facts.of(useCase, sink));
                batch = useCases.all(batch.getLast().id(), BATCH);
            }
        }
    }
}
