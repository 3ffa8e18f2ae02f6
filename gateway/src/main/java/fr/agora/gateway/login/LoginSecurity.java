package fr.agora.gateway.login;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import fr.agora.gateway.session.LoginPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.client.ResourceAccessException;

/** Spring Security, on the login's own paths only: a forwarded request never pays for it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class LoginSecurity {

    private static final Logger log = LoggerFactory.getLogger(LoginSecurity.class);

    private final Notices notices;

    LoginSecurity(Notices notices) {
        this.notices = notices;
    }

    @Bean
    SecurityFilterChain login(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            RestClientAuthorizationCodeTokenResponseClient codeExchange,
            BackChannel backChannel) {
        NullSecurityContextRepository nothingKept = new NullSecurityContextRepository();
        return http.csrf(AbstractHttpConfigurer::disable) // SameOrigin guards every path, see policy
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // SecurityHeaders writes them for every answer
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(nothingKept))
                .oauth2Login(login -> login.securityContextRepository(nothingKept)
                        .loginPage("/connexion")
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(new LoginStart(registrations)))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codeExchange))
                        .authorizedClientRepository(new LoginMemory())
                        .successHandler(this::comeBack)
                        .failureHandler(this::explain))
                .addFilterBefore(new NoLogoutToken(), CsrfFilter.class)
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannel)))
                .build();
    }

    /** Sessions are found by the fields of their documents, so a second registry would only grow. */
    @Bean
    OidcSessionRegistry noSecondRegistry() {
        return new NoRegistry();
    }

    /** Boot maps Spring Security on every path; here it has work on three. */
    @Bean
    static BeanPostProcessor onlyOnLoginPaths() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) throws BeansException {
                if (bean instanceof DelegatingFilterProxyRegistrationBean registration) {
                    registration.setUrlPatterns(LoginPaths.PATTERNS);
                }
                return bean;
            }
        };
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        HttpSession session = request.getSession();
        LocalPath back = LocalPath.orHome((String) session.getAttribute(LoginStart.RETURN_PATH));
        session.removeAttribute(LoginStart.RETURN_PATH);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back.value());
        log.info("Logged in. subject={}", person.getName());
    }

    private void explain(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.info("A login did not succeed. cause={}", failure.getMessage());
        boolean unreachable = failure.getCause() instanceof ResourceAccessException;
        notices.write(unreachable ? Notice.NEIGHBOUR_DOWN : Notice.LOGIN_FAILED, request, response);
    }
}
