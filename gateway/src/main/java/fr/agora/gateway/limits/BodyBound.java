package fr.agora.gateway.limits;

import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses bodies that are too large: at once where they say their size, on the way where they do not. */
@Component
@Order(-115)
class BodyBound extends HttpFilter {

    private final transient Limits limits;
    private final transient Notices notices;

    BodyBound(Limits limits, Notices notices) {
        this.limits = limits;
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        boolean unsaid = length < 0 && request.getHeader("Transfer-Encoding") != null;
        if (length <= 0 && !unsaid) {
            chain.doFilter(request, response);
            return;
        }
        long bound = limits.bodyBound(request.getRequestURI());
        if (length > bound) {
            response.setHeader("Connection", "close");
            notices.write(Notice.BODY_TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(unsaid ? new BoundedRequest(request, bound) : request, response);
    }
}
