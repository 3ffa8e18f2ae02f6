package fr.agora.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address people type, never guessed from a request: a Host header is whatever its sender wrote.
 *
 * @param publicUrl scheme, host and port as the browser sees them, such as {@code http://localhost:8080}
 */
@ConfigurationProperties("agora")
public record PublicUrl(URI publicUrl) {

    public PublicUrl {
        if (publicUrl.getHost() == null || publicUrl.getScheme() == null) {
            throw new IllegalArgumentException("AGORA_PUBLIC_URL needs a scheme and a host: " + publicUrl);
        }
        if (publicUrl.toString().endsWith("/")) {
            publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
        }
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Scheme, host and port as a browser writes them in an {@code Origin} header. */
    public String origin() {
        return publicUrl.getScheme() + "://" + publicUrl.getAuthority();
    }

    public int port() {
        return publicUrl.getPort() > 0 ? publicUrl.getPort() : secure() ? 443 : 80;
    }

    /** The absolute public address of a path of this site. */
    public String of(String path) {
        return publicUrl + path;
    }
}
