package fr.agora.gateway.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer of Keycloak's that is read before it passes on, whole and as it was written. */
final class WholeAnswer {

    private final ContentCachingResponseWrapper answer;

    private WholeAnswer(ContentCachingResponseWrapper answer) {
        this.answer = answer;
    }

    static WholeAnswer to(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Plain(request), answer);
        return new WholeAnswer(answer);
    }

    boolean isOk() {
        return answer.getStatus() == HttpServletResponse.SC_OK;
    }

    byte[] body() {
        return answer.getContentAsByteArray();
    }

    void goesOn() throws IOException {
        answer.copyBodyToResponse();
    }

    void goesOnAs(byte[] body) throws IOException {
        answer.resetBuffer();
        answer.getOutputStream().write(body);
        answer.copyBodyToResponse();
    }

    /** Asks for no part of it and for no compression. */
    private static final class Plain extends HttpServletRequestWrapper {

        private static final Set<String> LEFT_OUT = Set.of("accept-encoding", "range", "if-range");

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isLeftOut(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLeftOut(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isLeftOut(name))
                    .toList());
        }

        private static boolean isLeftOut(String name) {
            return LEFT_OUT.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
