package fr.agora.projects.publicweb;

import fr.agora.projects.publicweb.FetchRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches a text of the public web: bounded in time, in size and in redirects, and never from inside. */
public final class PublicWeb implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PublicWeb.class);

    private final PublicWebSettings settings;
    private final CloseableHttpClient client;

    PublicWeb(PublicWebSettings settings, DnsResolver names, Predicate<InetAddress> allowed) {
        this.settings = settings;
        Timeout step = Timeout.of(settings.connectTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolver(names, allowed))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(step)
                        .setSocketTimeout(step)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(step).build())
                .build();
        // no proxy, no cookie, no account of the machine's: what is fetched is what anybody would get
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(step)
                        .setConnectionRequestTimeout(step)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Agora")
                .build();
    }

    /**
     * The text at an address.
     *
     * @throws FetchRefused when there is none to be had
     */
    public PublicFile fetch(String typed) {
        long start = System.nanoTime();
        URI address = WebAddress.read(typed, settings.ports());
        for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
            Answer answer = get(address, left(start));
            switch (answer) {
                case Answer.File file -> {
                    return PublicFile.of(address, file.bytes());
                }
                case Answer.Elsewhere elsewhere -> address = next(address, elsewhere.location());
            }
        }
        throw new FetchRefused(Reason.TOO_MANY_REDIRECTS, "after " + settings.maxRedirects());
    }

    private sealed interface Answer {
        @SuppressWarnings("ArrayRecordComponent")
        record File(byte[] bytes) implements Answer {}

        record Elsewhere(String location) implements Answer {}
    }

    private URI next(URI address, String location) {
        try {
            return WebAddress.check(address.resolve(location), settings.ports());
        } catch (IllegalArgumentException odd) {
            throw new FetchRefused(Reason.ADDRESS, "redirected to no address");
        }
    }

    private Duration left(long start) {
        Duration left = settings.timeout().minusNanos(System.nanoTime() - start);
        if (!left.isPositive()) {
            throw new FetchRefused(Reason.TOO_SLOW, "no time left");
        }
        return left;
    }

    private Answer get(URI address, Duration left) {
        HttpGet request = new HttpGet(address);
        // a server that sends a byte now and then never runs into the other time-outs
        CompletableFuture<Void> bell = CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(left.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return client.execute(request, this::read);
        } catch (FetchRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException failed) {
            log.info(
                    "A file of the web could not be fetched cause={}",
                    failed.getClass().getSimpleName());
            boolean slow = request.isCancelled() || failed instanceof InterruptedIOException;
            throw new FetchRefused(slow ? Reason.TOO_SLOW : Reason.UNREACHABLE, "no answer");
        } finally {
            bell.cancel(false);
        }
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Answer.Elsewhere(location.getValue());
        }
        HttpEntity body = response.getEntity();
        if (status != 200 || body == null) {
            throw new FetchRefused(Reason.ABSENT, "status " + status);
        }
        int most = Math.toIntExact(settings.maxSize().toBytes());
        if (body.getContentLength() > most) {
            throw new FetchRefused(Reason.TOO_LARGE, "announced");
        }
        try (InputStream content = body.getContent()) {
            // already unpacked: a small answer that swells is cut like a large one
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new FetchRefused(Reason.TOO_LARGE, "more than " + most);
            }
            return new Answer.File(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
