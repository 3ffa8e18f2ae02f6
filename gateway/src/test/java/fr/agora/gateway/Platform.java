package fr.agora.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.agora.local.process.Ports;
import fr.agora.local.store.WireStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway among neighbours the tests play: services, identity provider and a real store. */
public final class Platform implements AutoCloseable {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "connection,host,transfer-encoding,expect");
    }

    /** In the place of a setting: Keycloak's pages have a host of their own. */
    public static final String APART = "apart";

    private final HttpClient http;
    private final @Nullable Doors doors;
    private final boolean apart;
    private final int port = freePort();
    private final WireStore store = WireStore.inMemory();
    private final WireMockServer services =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final Provider provider;
    private final List<String> settings = new ArrayList<>();
    private ConfigurableApplicationContext gateway;

    private Platform(@Nullable Doors doors, String... more) {
        this.doors = doors;
        this.apart = List.of(more).contains(APART);
        this.provider = new Provider(url(), loginUrl());
        HttpClient.Builder browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        this.http = (doors == null ? browser : browser.sslContext(doors.browser())).build();
        services.start();
        everythingAnswers("bonjour");
        settings.addAll(List.of(
                "--server.port=" + port,
                "--agora.public-url=" + url(),
                "--agora.identity.url=" + (apart ? loginUrl() : ""),
                "--agora.identity.issuer=" + loginUrl() + "/auth/realms/agora",
                "--spring.mongodb.uri=" + inside(storeUri()),
                "--agora.neighbours.directory=" + inside(services.baseUrl()),
                "--agora.neighbours.projects=" + inside(services.baseUrl()),
                "--agora.neighbours.jobs=" + inside(services.baseUrl()),
                "--agora.neighbours.search=" + inside(services.baseUrl()),
                "--agora.neighbours.keycloak=" + inside(provider.uri()),
                "--agora.neighbours.read-timeout=1s",
                "--agora.neighbours.breaker-window=8",
                "--agora.neighbours.breaker-open=500ms",
                "--agora.limits.per-second=0",
                "--agora.identity.client-secret=a-secret-of-the-tests"));
        if (doors != null) {
            settings.addAll(doors.certificates());
        }
        for (String setting : more) {
            if (setting.equals(APART)) {
                continue;
            }
            String name = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(standard -> standard.startsWith(name)); // two of a name would become a list
            settings.add(setting);
        }
        gateway = start();
    }

    public static Platform with(String... settings) {
        return new Platform(null, settings);
    }

    /** With certificates, and neighbours that want to see one. */
    public static Platform behind(Doors doors, String... settings) {
        return new Platform(doors, settings);
    }

    private String inside(String address) {
        return doors == null ? address : doors.before(address);
    }

    String storeUri() {
        return store.uri("agora_gateway");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(GatewayApplication.class).run(settings.toArray(String[]::new));
    }

    public void restartGateway() {
        gateway.close();
        gateway = start();
    }

    public void stopStore() {
        store.close();
    }

    public void everythingAnswers(String body) {
        services.resetAll();
        services.stubFor(any(anyUrl()).willReturn(ok(body)));
    }

    public WireMockServer services() {
        return services;
    }

    public Provider provider() {
        return provider;
    }

    public String url() {
        return (doors == null ? "http" : "https") + "://localhost:" + port;
    }

    /** Where Keycloak's pages are. */
    public String loginUrl() {
        return apart ? "http://127.0.0.1:" + port : url();
    }

    public int port() {
        return port;
    }

    /** What the services received last. */
    public LoggedRequest received() {
        var events = services.getAllServeEvents();
        if (events.isEmpty()) {
            throw new AssertionError("No service received anything");
        }
        return events.getFirst().getRequest();
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    /** Asks for a path of the site, or for a whole address. */
    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? url() + path : path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Logs someone in the way a browser does; answers the session cookie. */
    public String login(String subject) {
        return login(subject, "access-of-" + subject, 300);
    }

    public String login(String subject, String accessToken, int seconds) {
        Answer start = get("/connexion?retour=/offres");
        provider.grants(subject, "sid-of-" + subject, parameter(start, "nonce"), accessToken, seconds);
        Answer back = comeBack(start);
        if (back.status() != 303) {
            throw new AssertionError("The login answered " + back.status() + ": " + back.body());
        }
        return back.session().orElseThrow();
    }

    /** The browser returns from the provider with a code. */
    public Answer comeBack(Answer start) {
        return get(
                "/login/oauth2/code/agora?code=a-code&state=" + rawParameter(start, "state"),
                "Cookie",
                start.session().orElseThrow());
    }

    public static String parameter(Answer redirect, String name) {
        return URLDecoder.decode(rawParameter(redirect, name), StandardCharsets.UTF_8);
    }

    public static String rawParameter(Answer redirect, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(redirect.leadsTo());
        if (!matcher.find()) {
            throw new AssertionError("No " + name + " in: " + redirect.status() + " " + redirect.leadsTo());
        }
        return matcher.group(1);
    }

    private static int freePort() {
        try {
            return Ports.free();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        gateway.close();
        services.stop();
        provider.stop();
        store.close();
    }
}
