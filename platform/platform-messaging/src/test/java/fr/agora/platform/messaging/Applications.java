package fr.agora.platform.messaging;

import fr.agora.local.broker.LocalBroker;
import fr.agora.local.store.WireStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two small services, an owner and a consumer, on a store and a broker. */
class Applications {

    private final WireStore store;
    private final LocalBroker broker;

    Applications(WireStore store, LocalBroker broker) {
        this.store = store;
        this.broker = broker;
    }

    ConfigurableApplicationContext library(String... settings) {
        return run(Library.class, "library", settings);
    }

    ConfigurableApplicationContext readers(String... settings) {
        return run(Readers.class, "readers", settings);
    }

    private ConfigurableApplicationContext run(Class<?> application, String name, String... settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "agora.messaging.name", name,
                "agora.messaging.outbox.sweep", "300ms",
                "agora.messaging.outbox.largest-fact", "64KB",
                "agora.messaging.outbox.first-retry", "100ms",
                "agora.messaging.outbox.longest-retry", "400ms",
                "agora.messaging.outbox.status", "200ms",
                "agora.messaging.outbox.lease", "2s",
                "agora.messaging.listening.first-retry", "20ms",
                "agora.messaging.listening.attempts", "3"));
        properties.putAll(Map.of(
                "spring.mongodb.uri", store.uri("agora_" + name),
                "spring.rabbitmq.host", broker.host(),
                "spring.rabbitmq.port", broker.port(),
                "spring.rabbitmq.username", broker.username(),
                "spring.rabbitmq.password", broker.password(),
                "spring.rabbitmq.virtual-host", broker.virtualHost(),
                "agora.broker.quorum", broker.quorum(),
                "spring.main.banner-mode", "off"));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        var arguments = properties.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
        var web = properties.containsKey("server.port") ? WebApplicationType.SERVLET : WebApplicationType.NONE;
        return new SpringApplicationBuilder(application).web(web).run(arguments);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Library {

        @Bean
        ReplaySource books(MongoTemplate store, Clock clock) {
            return new ReplaySource() {
                @Override
                public String kind() {
                    return "book";
                }

                @Override
                public void forEachCurrent(Consumer<OutboxEntry> sink) {
                    try (var books = store.query(Book.class).stream()) {
                        books.filter(book -> book.revision() > 0)
                                .map(book -> book.current(clock))
                                .forEach(sink);
                    }
                }
            };
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Readers {

        @Bean
        Shelf shelf() {
            return new Shelf();
        }

        @Bean
        Catalogue catalogue(Revisions copies) {
            return new Catalogue(copies);
        }

        @Bean
        Subscription library(Shelf shelf, Catalogue catalogue) {
            return new Subscription("library", facts -> {
                shelf.handle(facts);
                catalogue.handle(facts);
            });
        }
    }
}
