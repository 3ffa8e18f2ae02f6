package fr.agora.directory.identity;

import fr.agora.platform.tls.InsideLines;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The one place that speaks to Keycloak's administration: never for longer than a person would wait. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountSide {

    @Bean
    Accounts accounts(AccountSettings settings, InsideLines lines, JsonMapper json, Clock clock) {
        JdkClientHttpRequestFactory patience = new JdkClientHttpRequestFactory(
                lines.http().connectTimeout(Duration.ofSeconds(2)).build());
        patience.setReadTimeout(Duration.ofSeconds(5));
        RestClient http = RestClient.builder()
                .baseUrl(settings.keycloak().toString())
                .requestFactory(patience)
                .build();
        return new KeycloakAccounts(http, new KeycloakTokens(http, settings, clock), json);
    }
}
