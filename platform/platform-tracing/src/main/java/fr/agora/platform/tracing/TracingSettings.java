package fr.agora.platform.tracing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url where spans go, as OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; absent: there are none
 * @param share of the requests whose way is told, 0 to 1; decided once, at the gateway
 */
@ConfigurationProperties("agora.traces")
public record TracingSettings(
        @Nullable URI url, @DefaultValue("0.1") double share) {

    public TracingSettings {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("A share of traces is between 0 and 1: " + share);
        }
    }

    boolean isOn() {
        return url != null && !url.toString().isBlank();
    }
}
