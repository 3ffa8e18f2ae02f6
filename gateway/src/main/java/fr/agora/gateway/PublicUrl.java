package fr.agora.gateway;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses people type, never guessed from a request: a Host header is whatever its sender wrote.
 *
 * @param publicUrl scheme, host and port of the site as the browser sees them, such as {@code http://localhost:8080},
 *     {@code AGORA_PUBLIC_URL}
 * @param identity those of Keycloak's pages
 */
@ConfigurationProperties("agora")
public record PublicUrl(URI publicUrl, @DefaultValue Login identity) {

    /**
     * Keycloak's pages, below {@code /auth}.
     *
     * @param url scheme, host and port, {@code AGORA_IDENTITY_URL}; the site's own where nothing is said
     */
    public record Login(@Nullable URI url) {}

    public PublicUrl {
        publicUrl = address("AGORA_PUBLIC_URL", publicUrl);
        URI said = identity.url();
        URI login = said == null || said.toString().isEmpty() ? publicUrl : address("AGORA_IDENTITY_URL", said);
        if (!login.getScheme().equals(publicUrl.getScheme())) {
            throw new IllegalArgumentException(
                    "AGORA_IDENTITY_URL needs the scheme of AGORA_PUBLIC_URL: " + login + ", " + publicUrl);
        }
        if (!login.equals(publicUrl)
                && (isSameHost(login, publicUrl) || !login.getPath().isEmpty())) {
            // another port would be another origin, and cookies know no ports
            throw new IllegalArgumentException(
                    "AGORA_IDENTITY_URL is AGORA_PUBLIC_URL, or a host of its own: " + login);
        }
        identity = new Login(login);
    }

    private static URI address(String variable, URI url) {
        if (url.getHost() == null || url.getScheme() == null) {
            throw new IllegalArgumentException(variable + " needs a scheme and a host: " + url);
        }
        return url.toString().endsWith("/") ? URI.create(url.toString().replaceAll("/+$", "")) : url;
    }

    private static boolean isSameHost(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost());
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Scheme, host and port of the site as a browser writes them in an {@code Origin} header. */
    public String origin() {
        return origin(publicUrl);
    }

    /** The same of Keycloak's pages. */
    public String identityOrigin() {
        return origin(login());
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** Whether Keycloak's pages have a host of their own. */
    public boolean identityIsApart() {
        return !isSameHost(login(), publicUrl);
    }

    /** Whether a Host header names the host of Keycloak's pages. */
    public boolean isIdentityHost(String header) {
        int port = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
        return login().getHost().equalsIgnoreCase(port > 0 ? header.substring(0, port) : header);
    }

    /** The absolute public address of a path of this site. */
    public String of(String path) {
        return publicUrl + path;
    }

    /** The absolute public address of a path of Keycloak's. */
    public String identityOf(String path) {
        return login() + path;
    }

    private URI login() {
        return Objects.requireNonNull(identity.url(), "set above");
    }
}
