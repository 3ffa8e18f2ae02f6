package fr.agora.gateway.routing;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Asks once more when a kept-alive connection was closed under a read; a write is never sent twice. */
final class OnceMoreOnAStaleConnection implements HttpRequestRetryStrategy {

    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int attempts, HttpContext context) {
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        boolean stale = failure instanceof NoHttpResponseException || failure.getClass() == SocketException.class;
        return read && stale && attempts <= 1;
    }

    @Override
    public boolean retryRequest(HttpResponse response, int attempts, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int attempts, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
