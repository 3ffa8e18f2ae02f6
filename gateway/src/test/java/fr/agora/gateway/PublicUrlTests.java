package fr.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class PublicUrlTests {

    private static final String SITE = "https://agora.exemple";

    @ParameterizedTest
    @ValueSource(strings = {"", SITE, SITE + "/", "https://AGORA.exemple"})
    void theLoginIsOnTheSiteWhereNothingElseIsSaid(String login) {
        PublicUrl one = url(SITE, login);

        assertThat(one.identityIsApart()).isFalse();
        assertThat(one.identityOf("/auth")).isEqualToIgnoringCase(SITE + "/auth");
        assertThat(new PublicUrl(URI.create(SITE), new PublicUrl.Login(null))).isEqualTo(url(SITE, SITE));
    }

    @Test
    void theLoginMayHaveAHostOfItsOwn() {
        PublicUrl two = url("https://agora.exemple:8443/", "https://connexion.agora.exemple:8443/");

        assertThat(two.identityIsApart()).isTrue();
        assertThat(two.identityOf("/auth/x")).isEqualTo("https://connexion.agora.exemple:8443/auth/x");
        assertThat(two.of("/x")).isEqualTo("https://agora.exemple:8443/x");
        assertThat(two.isIdentityHost("Connexion.Agora.exemple:8443")).isTrue();
        assertThat(two.isIdentityHost("connexion.agora.exemple")).isTrue();
        assertThat(two.isIdentityHost("agora.exemple:8443")).isFalse();
        assertThat(two.isIdentityHost("")).isFalse();
        assertThat(url("http://localhost:1", "http://[::1]:1").isIdentityHost("[::1]:1"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://connexion.agora.exemple",
                "https://agora.exemple:8443",
                "https://agora.exemple/auth",
                "https://connexion.agora.exemple/auth",
                "connexion.agora.exemple"
            })
    void anAddressThatWouldNotKeepThemApartIsRefusedByName(String login) {
        assertThatThrownBy(() -> url(SITE, login))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AGORA_IDENTITY_URL")
                .hasMessageContaining(login);
    }

    @Test
    void theIssuerFollowsTheLoginAndTheLoginTheSite() throws IOException {
        assertThat(issuer(Map.of("AGORA_PUBLIC_URL", SITE))).isEqualTo(SITE + "/auth/realms/agora");
        assertThat(issuer(Map.of("AGORA_PUBLIC_URL", SITE, "AGORA_IDENTITY_URL", "https://connexion.agora.exemple")))
                .isEqualTo("https://connexion.agora.exemple/auth/realms/agora");
    }

    private static @Nullable String issuer(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment.getProperty("agora.identity.issuer");
    }

    private static PublicUrl url(String site, String login) {
        return new PublicUrl(URI.create(site), new PublicUrl.Login(URI.create(login)));
    }
}
