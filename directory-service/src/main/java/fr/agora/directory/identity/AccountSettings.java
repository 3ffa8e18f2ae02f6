package fr.agora.directory.identity;

import fr.agora.platform.security.StepUp;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory follows the accounts.
 *
 * @param keycloak base address on the inside network, without {@code /auth}, {@code AGORA_KEYCLOAK_URI}
 * @param clientSecret of the client {@code agora-directory}, {@code AGORA_DIRECTORY_CLIENT_SECRET}; empty: accounts are
 *     not followed
 * @param stepUp who must log in with a one-time code too, {@code AGORA_STEP_UP}: {@code true} for moderators and
 *     administrators, {@code everybody}, or {@code false}
 * @param every how often changes are asked for; a disabled account is noticed within twice that
 * @param all how often every disabled account is looked at again, for what was missed
 */
@ConfigurationProperties("agora.accounts")
record AccountSettings(
        URI keycloak,
        @DefaultValue("") String clientSecret,
        @DefaultValue("false") String stepUp,
        @DefaultValue("10s") Duration every,
        @DefaultValue("10m") Duration all) {

    AccountSettings {
        StepUp.of(stepUp);
    }

    StepUp secondFactor() {
        return StepUp.of(stepUp);
    }

    boolean areFollowed() {
        return !clientSecret.isBlank();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "AccountSettings[" + keycloak + "]";
    }
}
