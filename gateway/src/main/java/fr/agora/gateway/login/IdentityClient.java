package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import java.net.http.HttpClient;
import java.time.Duration;
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

    private static RestClient tokenEndpoint() {
        return RestClient.builder()
                .requestFactory(patience())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static JdkClientHttpRequestFactory patience() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(Duration.ofSeconds(10));
        return factory;
    }
}
