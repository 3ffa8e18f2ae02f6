package fr.agora.gateway.routing;

import fr.agora.platform.tls.InsideLines;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Kept-alive connections to the neighbours; chosen by measurement, see ADR 0005.
 * It passes answers on as they are: it follows no redirect, keeps no cookie and unpacks no body.
 */
@Component
class NeighbourClient implements DisposableBean {

    /** Shorter than an instance serves after it said that it leaves: what it closes then, we keep no longer. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(2);

    private final CloseableHttpClient client;
    private final RequestConfig usual;
    private final RequestConfig patient;

    NeighbourClient(Neighbours settings, InsideLines lines) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(settings.connectionsPerNeighbour())
                .setMaxConnTotal(settings.connectionsPerNeighbour() * settings.instances())
                // an early refusal of a long upload is read, instead of being lost with the broken pipe
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build());
        if (lines.areEncrypted()) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(lines.context()));
        }
        client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                // asked again or not is decided where the other instances are known, see Asking
                .disableAutomaticRetries()
                .setKeepAliveStrategy((answer, context) -> KEPT)
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
        usual = config(settings, settings.readTimeout());
        patient = config(settings, settings.patientReadTimeout());
    }

    ClassicHttpResponse open(HttpHost target, ClassicHttpRequest request, boolean patiently) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(patiently ? patient : usual);
        return client.executeOpen(target, request, context);
    }

    /** Whether an instance of a service says that it may be asked. Keycloak has no such address, and one instance. */
    boolean isReady(Instance instance) {
        HttpHost target = instance.target();
        ClassicHttpRequest request = new BasicClassicHttpRequest("GET", target, instance.path("/readyz"));
        try (ClassicHttpResponse answer = open(target, request, false)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static RequestConfig config(Neighbours settings, Duration silence) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                .setResponseTimeout(timeout(silence))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
