package fr.agora.platform.security;

import fr.agora.platform.tls.InsideLines;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.PlatformWeb;
import fr.agora.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The chain of every service: stateless, deny unless named public, imports and administration for admins only. */
@AutoConfiguration(
        after = PlatformWeb.class,
        // named, not typed: Boot's own chain would win silently if it were registered first
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
public class ResourceServerDefaults {

    @Bean
    SecurityFilterChain agoraChain(
            HttpSecurity http,
            ObjectProvider<PublicEndpoints> opened,
            ObjectProvider<FormResume> resumes,
            ObjectProvider<KnownRequests> known,
            SecuritySettings settings,
            ProblemWriter problems) {
        SecondFactor secondFactor = settings.secondFactor();
        FormResume resume = resumes.getIfAvailable(
                () -> (request, response, loggedIn) -> problems.write(request, response, CommonProblem.FORM_EXPIRED));
        RefusedAnswers refused = new RefusedAnswers(problems, resume);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // the form token replaces Spring's session-bound one: services keep no session
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // the gateway writes the answer's security headers, once for all
                .headers(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refused)
                        .accessDeniedHandler(refused)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> authenticated(token, secondFactor))))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers("/api/*/admin/**", "/api/*/imports/**")
                            .hasAuthority(Role.ADMIN.authority());
                    requests.requestMatchers(
                                    "/actuator/health/**",
                                    "/livez",
                                    "/readyz",
                                    "/actuator/prometheus",
                                    "/assets/**",
                                    "/favicon.ico")
                            .permitAll();
                    requests.requestMatchers("/actuator/**").hasAuthority(Role.ADMIN.authority());
                    requests.requestMatchers("/api/*/openapi.json").permitAll();
                    opened.orderedStream()
                            .forEach(endpoints -> requests.requestMatchers(endpoints.matchers())
                                    .permitAll());
                    requests.requestMatchers("/api/*/scim/**").hasAuthority(Provisioner.AUTHORITY);
                    requests.anyRequest()
                            .access(AuthorizationManagers.allOf(
                                    AuthenticatedAuthorizationManager.authenticated(),
                                    AuthorizationManagers.not(
                                            AuthorityAuthorizationManager.hasAuthority(Provisioner.AUTHORITY))));
                })
                .addFilterBefore(new WeakLogins(), ExceptionTranslationFilter.class)
                .addFilterAfter(new FormTokenFilter(resume), AuthorizationFilter.class);
        known.orderedStream().forEach(each -> http.addFilterBefore(each.filter(), ExceptionTranslationFilter.class));
        return http.build();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecuritySettings settings, InsideLines lines) {
        // by key URI, not by issuer discovery: a service must start, and read, while the identity server is down
        JdkClientHttpRequestFactory keys = new JdkClientHttpRequestFactory(
                lines.http().connectTimeout(Duration.ofSeconds(2)).build());
        keys.setReadTimeout(Duration.ofSeconds(10));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        settings.jwksUri().toString())
                .restOperations(new RestTemplate(keys))
                .build();
        decoder.setJwtValidator(validity(settings.issuer(), settings.audience()));
        return decoder;
    }

    /** What a token says besides its signature: by whom it was made, for whom, and that it is its time. */
    static OAuth2TokenValidator<Jwt> validity(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), audience(audience));
    }

    private static JwtClaimValidator<Collection<String>> audience(String wanted) {
        return new JwtClaimValidator<>("aud", audiences -> audiences != null && audiences.contains(wanted));
    }

    private static AbstractAuthenticationToken authenticated(Jwt token, SecondFactor secondFactor) {
        if (Provisioner.isOne(token)) {
            return new JwtAuthenticationToken(
                    token, List.of(new SimpleGrantedAuthority(Provisioner.AUTHORITY)), CurrentUser.account(token));
        }
        List<GrantedAuthority> authorities = secondFactor.granted(token).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        return new JwtAuthenticationToken(token, authorities, CurrentUser.account(token));
    }

    @Bean
    WebMvcConfigurer currentUserArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserArgument());
            }
        };
    }
}
