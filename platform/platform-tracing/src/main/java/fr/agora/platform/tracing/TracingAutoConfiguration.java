package fr.agora.platform.tracing;

import fr.agora.platform.tls.InsideLines;
import fr.agora.platform.tls.TlsAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One {@link Tracing} a process. */
@AutoConfiguration(after = TlsAutoConfiguration.class)
@EnableConfigurationProperties(TracingSettings.class)
public class TracingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Tracing tracing(
            TracingSettings settings, InsideLines lines, @Value("${spring.application.name:agora}") String service) {
        return settings.isOn() ? Tracing.to(settings, lines, service) : Tracing.none();
    }
}
