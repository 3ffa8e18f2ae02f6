package fr.agora.gateway.session;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Gives the login's paths an HttpSession that lives in the store. */
@Configuration(proxyBeanMethods = false)
class SessionWriting {

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<StoredSession>> sessionWritingFilter(
            Sessions sessions, SessionCookie cookie) {
        SessionRepositoryFilter<StoredSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(cookie.resolver());
        FilterRegistrationBean<SessionRepositoryFilter<StoredSession>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(LoginPaths.PATTERNS);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(-110);
        return registration;
    }
}
