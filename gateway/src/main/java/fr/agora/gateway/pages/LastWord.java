package fr.agora.gateway.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whatever nobody foresaw becomes a notice, never a stack; a broken connection stays one. */
@Component
@Order(-195)
class LastWord extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(LastWord.class);

    private final transient Notices notices;

    LastWord(Notices notices) {
        this.notices = notices;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException undecodable) {
            notices.write(Notice.MALFORMED_REQUEST, new Unasked(request), response);
        } catch (RuntimeException | ServletException unforeseen) {
            if (response.isCommitted() || unforeseen.getCause() instanceof IOException) {
                throw unforeseen;
            }
            log.error("A request failed. path={}", request.getRequestURI(), unforeseen);
            notices.write(Notice.UNEXPECTED, request, response);
        }
    }

    /** The request less its parameters: whoever reads them to show a page would stumble again. */
    private static final class Unasked extends HttpServletRequestWrapper {

        Unasked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }
    }
}
