package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import fr.agora.platform.tls.InsideLines;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the gateway speaks to Keycloak itself: never for longer than a person would wait. */
@Configuration(proxyBeanMethods = false)
class IdentityClient {

    private final InsideLines lines;

    IdentityClient(InsideLines lines) {
        this.lines = lines;
        if (lines.areEncrypted()) {
            // the keys of logout tokens are read by a client that Spring Security makes for itself and nobody can
            // replace: the JDK's oldest, whose one setting is the process'. Nothing else in the gateway uses it.
            HttpsURLConnection.setDefaultSSLSocketFactory(lines.context().getSocketFactory());
        }
    }

    @Bean
    ClientRegistrationRepository registrations(Identity identity, PublicUrl site) {
        return new InMemoryClientRegistrationRepository(identity.registration(site));
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient codeExchange() {
        RestClientAuthorizationCodeTokenResponseClient exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(tokenEndpoint());
        return exchange;
    }

    @Bean
    RestClientRefreshTokenTokenResponseClient renewal() {
        RestClientRefreshTokenTokenResponseClient renewal = new RestClientRefreshTokenTokenResponseClient();
        renewal.setRestClient(tokenEndpoint());
        return renewal;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Identity identity) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(identity.jwksUri())
                .restOperations(new RestTemplate(patience()))
                .build();
        return registration -> {
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    private RestClient tokenEndpoint() {
        return RestClient.builder()
                .requestFactory(patience())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private JdkClientHttpRequestFactory patience() {
        HttpClient http = lines.http().connectTimeout(Duration.ofSeconds(2)).build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(Duration.ofSeconds(10));
        return factory;
    }
}
