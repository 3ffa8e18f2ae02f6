package fr.agora.platform.messaging;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Broker and store settings every service needs; a service's own settings win over them. */
public final class MessagingDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.rabbitmq.publisher-confirm-type", "correlated",
            "spring.rabbitmq.publisher-returns", "true",
            "spring.rabbitmq.template.mandatory", "true",
            "spring.rabbitmq.connection-timeout", "5s",
            "spring.rabbitmq.requested-heartbeat", "15s",
            "spring.data.mongodb.auto-index-creation", "true",
            "spring.data.mongodb.representation.big-decimal", "decimal128");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("agora messaging defaults", DEFAULTS));
    }
}
