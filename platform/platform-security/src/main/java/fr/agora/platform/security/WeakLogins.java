package fr.agora.platform.security;

import fr.agora.platform.web.ProblemClassifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Marks what is asked by somebody whose login lacks its second factor, so that a refusal and the pages say so. */
final class WeakLogins extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CurrentUser.lacksSecondFactor(SecurityContextHolder.getContext().getAuthentication())) {
            request.setAttribute(ProblemClassifier.WEAK_LOGIN, true);
        }
        chain.doFilter(request, response);
    }
}
