package fr.agora.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form of a logged-in person must carry back the token the gateway gave its session: the header travels only inside,
 * the field only in our own pages. The API is not concerned: it takes JSON, and the gateway checks its origin.
 */
final class FormTokenFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Agora-Csrf";
    static final String FIELD = "_csrf";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final FormResume resume;

    FormTokenFilter(FormResume resume) {
        this.resume = resume;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] given = request.getParameterValues(FIELD);
        // two of them, one in the address perhaps: neither is ours
        String token = given == null || given.length != 1 ? null : given[0];
        if (CurrentUser.current().isPresent() && !same(request.getHeader(HEADER), token)) {
            resume.answer(request, response, true);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || Requests.isApi(request);
    }

    private static boolean same(@Nullable String expected, @Nullable String given) {
        if (expected == null || expected.isBlank() || given == null) {
            return false;
        }
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
