package fr.agora.gateway.limits;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import fr.agora.gateway.session.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Slows down whoever asks too much: by account where the session tells it, else by address. */
@Component
@Order(-120)
class RateLimit extends HttpFilter {

    private final transient @Nullable Rates rates;
    private final transient Notices notices;

    RateLimit(Limits limits, Notices notices) {
        this.rates = limits.perSecond() == 0
                ? null
                : new Rates(limits.perSecond(), limits.burst(), limits.remembered(), System::nanoTime);
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (rates == null || isFree(request.getRequestURI()) || rates.allow(caller(request))) {
            chain.doFilter(request, response);
        } else {
            notices.write(Notice.TOO_MANY_REQUESTS, request, response);
        }
    }

    // a bearer token is not verified here, so it names nobody yet: forged ones would each get a fresh allowance
    private static String caller(HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        return visitor != null ? "account " + visitor.subject() : "address " + Address.of(request);
    }

    private static boolean isFree(String path) {
        return path.startsWith("/assets/")
                || path.startsWith("/actuator/")
                || path.equals("/livez")
                || path.equals("/readyz");
    }
}
