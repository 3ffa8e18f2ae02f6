package fr.agora.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over the bound, told in advance or found while reading; imports have a bound of their own. */
final class BodyBound extends OncePerRequestFilter {

    private final WebSettings settings;
    private final ProblemWriter problems;

    BodyBound(WebSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long bound = settings.boundOf(request.getRequestURI()).toBytes();
        if (request.getContentLengthLong() > bound) {
            response.setHeader("Connection", "close");
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(request, response, CommonProblem.BODY_TOO_LARGE);
            } else {
                response.sendError(CommonProblem.BODY_TOO_LARGE.status().value());
            }
            return;
        }
        chain.doFilter(new Bounded(request, bound), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long bound;

        Bounded(HttpServletRequest request, long bound) {
            super(request);
            this.bound = bound;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), bound);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private final long bound;
        private long seen;

        Counting(ServletInputStream body, long bound) {
            this.body = body;
            this.bound = bound;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            seen += read;
            if (seen > bound) {
                throw new BodyTooLarge(bound);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
