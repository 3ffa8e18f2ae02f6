package fr.agora.directory.mail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Learns a person's address from their own token, once a day at most: the one reader of its {@code email}. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AddressLearning extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AddressLearning.class);
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);
    private static final int REMEMBERED = 5_000;

    private final ContactAddresses addresses;
    private final Clock clock;
    private final Map<String, Instant> learnt = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    });

    AddressLearning(ContactAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken account) {
            learn(account.getToken(), request);
        }
        chain.doFilter(request, response);
    }

    private void learn(Jwt token, HttpServletRequest request) {
        String account = token.getSubject();
        String address = token.getClaimAsString("email");
        if (account == null || address == null || Boolean.FALSE.equals(token.getClaimAsBoolean("email_verified"))) {
            return;
        }
        Instant now = clock.instant();
        @Nullable Instant last = learnt.get(account);
        if (last != null && last.isAfter(now.minus(AGAIN_AFTER))) {
            return;
        }
        try {
            addresses.learn(account, address, language(request), isModerator(token));
            learnt.put(account, now);
        } catch (RuntimeException storeAway) {
            // the page matters more: the next request tries again
            log.info("An address was not learnt cause={}", storeAway.getClass().getSimpleName());
        }
    }

    private static boolean isModerator(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles != null && roles.contains("moderator");
    }

    private static String language(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                // over https its name begins with __Host-
                if (cookie.getName().endsWith("agora_lang") && cookie.getValue().equals("en")) {
                    return "en";
                }
            }
        }
        return "fr";
    }
}
