package fr.agora.gateway.routing;

import fr.agora.gateway.keycloak.BoundCookies;
import fr.agora.gateway.limits.BodyTooLarge;
import fr.agora.gateway.pages.Notice;
import fr.agora.gateway.pages.Notices;
import fr.agora.platform.tracing.Traced;
import fr.agora.platform.tracing.Tracing;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes a request to one neighbour and its answer back, a buffer at a time. */
final class Forwarding implements HandlerFunction<ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);
    private static final int BUFFER = 8 * 1024;

    private final Asking asking;
    private final CircuitBreaker breaker;
    private final BoundCookies keycloaks;
    private final Notices notices;
    private final Tracing tracing;
    private final Timer answered;
    private final Timer failed;

    Forwarding(
            Asking asking,
            CircuitBreaker breaker,
            BoundCookies keycloaks,
            Notices notices,
            Tracing tracing,
            MeterRegistry meters) {
        this.asking = asking;
        this.breaker = breaker;
        this.keycloaks = keycloaks;
        this.notices = notices;
        this.tracing = tracing;
        this.answered = meters.timer("agora.gateway.exchange", "neighbour", breaker.getName(), "outcome", "answered");
        this.failed = meters.timer("agora.gateway.exchange", "neighbour", breaker.getName(), "outcome", "failed");
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        return new Exchanged(this);
    }

    void exchange(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!tracing.isOn()) {
            exchange(request, response, null);
            return;
        }
        // a visitor brings no trace of their own: the way begins here
        try (Traced traced = tracing.begin(SpanKind.SERVER, request.getMethod() + " " + breaker.getName(), null)) {
            exchange(request, response, traced.traceparent());
            traced.with("http.request.method", request.getMethod())
                    .with("http.response.status_code", response.getStatus());
            if (response.getStatus() >= 500) {
                traced.failed("status " + response.getStatus());
            }
        }
    }

    private void exchange(HttpServletRequest request, HttpServletResponse response, @Nullable String trace)
            throws IOException {
        if (isMalformed(request)) {
            response.setHeader("Connection", "close");
            notices.write(Notice.MALFORMED_REQUEST, request, response);
            return;
        }
        if (!breaker.tryAcquirePermission()) {
            notices.write(Notice.NEIGHBOUR_DOWN, request, response);
            return;
        }
        long start = System.nanoTime();
        try (Answered answered = asking.ask(request, trace)) {
            int status = answered.answer().getCode();
            boolean failed = status >= 502 && status <= 504;
            passOn(answered, response);
            settle(start, failed ? new NeighbourBroke("answered " + status) : null);
        } catch (CallerLeft | BodyTooLarge notTheNeighboursFault) {
            breaker.releasePermission();
            refuse(notTheNeighboursFault, request, response);
        } catch (IOException failure) {
            settle(start, failure);
            log.warn("A neighbour did not answer. neighbour={} cause={}", breaker.getName(), failure.toString());
            giveUp(failure, request, response);
        } catch (RuntimeException failure) {
            breaker.releasePermission();
            throw failure;
        }
    }

    // RFC 9110, 9.3.7: our own client refuses to pass it on, and a neighbour would be held to have failed
    private static boolean isMalformed(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getContentType() == null
                && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null);
    }

    private void settle(long start, @Nullable IOException failure) {
        long took = System.nanoTime() - start;
        if (failure == null) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            answered.record(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, failure);
            failed.record(took, TimeUnit.NANOSECONDS);
        }
    }

    private void passOn(Answered answered, HttpServletResponse response) throws IOException {
        ClassicHttpResponse answer = answered.answer();
        response.setStatus(answer.getCode());
        answered.by().returning().write(answer, keycloaks, response);
        HttpEntity body = answer.getEntity();
        if (body == null) {
            return;
        }
        if (body.getContentLength() >= 0) {
            response.setContentLengthLong(body.getContentLength());
        }
        try (InputStream in = body.getContent()) {
            copy(in, response.getOutputStream(), arrivesInPieces(body));
        }
    }

    private static void copy(InputStream in, OutputStream out, boolean piecewise) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            try {
                out.write(buffer, 0, read);
                if (piecewise) {
                    out.flush();
                }
            } catch (IOException gone) {
                throw new CallerLeft(gone);
            }
        }
    }

    /** A report of a long import is read line by line while it goes on. */
    private static boolean arrivesInPieces(HttpEntity body) {
        String type = body.getContentType();
        return type != null && (type.startsWith("application/x-ndjson") || type.startsWith("text/event-stream"));
    }

    private void refuse(IOException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            if (cause instanceof CallerLeft) {
                // the server has refused the body by itself, or nobody reads any more
                return;
            }
            throw cause;
        }
        response.setHeader("Connection", "close");
        notices.write(
                cause instanceof BodyTooLarge ? Notice.BODY_TOO_LARGE : Notice.MALFORMED_REQUEST, request, response);
    }

    private void giveUp(IOException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            // thrown, so that the container cuts the connection: a clean end would pass half a body for a whole one
            throw failure;
        }
        notices.write(noticeFor(failure), request, response);
    }

    private static Notice noticeFor(IOException failure) {
        if (failure instanceof ConnectTimeoutException || failure instanceof ConnectionRequestTimeoutException) {
            return Notice.NEIGHBOUR_DOWN;
        }
        if (failure instanceof SocketTimeoutException) {
            return Notice.NEIGHBOUR_SLOW;
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return Notice.NEIGHBOUR_DOWN;
        }
        return Notice.NEIGHBOUR_BROKEN;
    }

    /** Only counts a 502, 503 or 504 against the neighbour; its answer is passed on as it is. */
    private static final class NeighbourBroke extends IOException {
        NeighbourBroke(String message) {
            super(message);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
