package fr.agora.jobs.recruiter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity server, where roles are given and taken back.
 *
 * @param url before {@code /realms} and {@code /admin}, such as {@code http://keycloak:8080/auth}; no
 *     address: mandates are decided, and their roles wait
 * @param realm the realm of the platform
 * @param clientId the service account that may manage users there, and nothing else
 * @param clientSecret of that client; without one roles wait as well
 * @param timeout for each call
 */
@ConfigurationProperties("agora.identity.admin")
record IdentitySettings(
        @DefaultValue("") String url,
        @DefaultValue("agora") String realm,
        @DefaultValue("agora-jobs") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("5s") Duration timeout) {

    IdentitySettings {
        url = url.replaceAll("/+$", "");
    }

    boolean isOn() {
        return url.startsWith("http") && !clientSecret.isBlank();
    }

    /** Never the secret: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "IdentitySettings[" + url + "]";
    }
}
