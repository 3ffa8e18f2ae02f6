package fr.agora.platform.tls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns the three files into the settings of every server and client Boot makes; without them it adds nothing. */
public final class TlsDefaults implements EnvironmentPostProcessor {

    /** What servers show and demand: read from the files, and again when they change. */
    static final String SERVED = "inside";

    /** The same for whoever calls: one context that lives as long as the process, see {@link LiveManagers}. */
    static final String CALLING = "inside-lines";

    static final String FILES = "spring.ssl.bundle.pem." + SERVED + ".";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TlsSettings settings = Binder.get(environment).bindOrCreate("agora.tls", TlsSettings.class);
        if (!settings.areOn()) {
            return;
        }
        settings.lines().forEach(ClearLine::refuse);
        boolean certified = settings.callers() == TlsSettings.Callers.CERTIFIED;
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(FILES + "keystore.certificate", file(settings.certificate()));
        defaults.put(FILES + "keystore.private-key", file(settings.key()));
        defaults.put(FILES + "keystore.verify-keys", "true");
        defaults.put(FILES + "truststore.certificate", file(settings.authorities()));
        defaults.put(FILES + "reload-on-update", "true");
        defaults.put("server.ssl.bundle", SERVED);
        // wanted, not demanded: a probe has none to show; platform-web refuses whoever asks for more without one
        defaults.put("server.ssl.client-auth", certified ? "want" : "none");
        if (hasPortOfItsOwn(environment)) {
            defaults.put("management.server.ssl.bundle", SERVED);
            defaults.put("management.server.ssl.client-auth", "need");
        }
        defaults.put("spring.rabbitmq.ssl.enabled", "true");
        defaults.put("spring.rabbitmq.ssl.bundle", CALLING);
        defaults.put("spring.rabbitmq.ssl.verify-hostname", "true");
        defaults.put("spring.mongodb.ssl.enabled", "true");
        defaults.put("spring.mongodb.ssl.bundle", CALLING);
        environment.getPropertySources().addLast(new MapPropertySource("agora encrypted lines", defaults));
    }

    private static boolean hasPortOfItsOwn(ConfigurableEnvironment environment) {
        String figures = environment.getProperty("management.server.port");
        return figures != null && !figures.equals(environment.getProperty("server.port"));
    }

    private static String file(@org.jspecify.annotations.Nullable String path) {
        String file = Objects.requireNonNull(path).strip();
        return file.startsWith("file:") ? file : "file:" + file;
    }
}
