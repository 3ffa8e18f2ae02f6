package fr.agora.gateway.apidocs;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.agora.gateway.routing.Neighbour;
import fr.agora.gateway.routing.Neighbours;
import fr.agora.platform.tls.InsideLines;
import fr.agora.platform.ui.PageRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code /aide/api}: the whole API on one page; a service that is away leaves a line saying so. */
@Configuration(proxyBeanMethods = false)
class ApiGuide {

    private static final Logger log = LoggerFactory.getLogger(ApiGuide.class);
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Neighbours neighbours;
    private final JsonMapper json;
    private final HttpClient http;
    private final Cache<Neighbour, ServiceGuide> read =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    ApiGuide(Neighbours neighbours, InsideLines lines, JsonMapper json) {
        this.neighbours = neighbours;
        this.json = json;
        this.http = lines.http().connectTimeout(Duration.ofSeconds(2)).build();
    }

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> apiGuideRoute(PageRenderer pages) {
        return route().GET(
                        "/aide/api",
                        request -> ServerResponse.ok().build((asked, response) -> {
                            pages.render(asked, response, 200, "api/guide", Map.of("services", guides()));
                            return null;
                        }))
                .build();
    }

    private List<ServiceGuide> guides() {
        return Stream.of(Neighbour.DIRECTORY, Neighbour.PROJECTS, Neighbour.JOBS, Neighbour.SEARCH)
                .map(this::guide)
                .toList();
    }

    private ServiceGuide guide(Neighbour service) {
        ServiceGuide known = read.getIfPresent(service);
        if (known != null) {
            return known;
        }
        ServiceGuide guide = ask(service);
        if (guide.available()) {
            read.put(service, guide);
        }
        return guide;
    }

    private ServiceGuide ask(Neighbour service) {
        String name = service.name().toLowerCase(Locale.ROOT);
        return neighbours.of(service).stream()
                .map(address -> ask(name, address))
                .filter(ServiceGuide::available)
                .findFirst()
                .orElseGet(() -> ServiceGuide.missing(name));
    }

    private ServiceGuide ask(String name, URI instance) {
        URI address = URI.create(instance.toString().replaceAll("/+$", "") + "/api/" + name + "/openapi.json");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    return ServiceGuide.missing(name);
                }
                return new OpenApiReading(name, json.readTree(body.readNBytes(LARGEST))).guide();
            }
        } catch (IOException | JacksonException unread) {
            log.info("An API document could not be read. service={} cause={}", name, unread.toString());
            return ServiceGuide.missing(name);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return ServiceGuide.missing(name);
        }
    }
}
