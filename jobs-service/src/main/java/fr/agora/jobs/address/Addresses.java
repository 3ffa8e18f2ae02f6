package fr.agora.jobs.address;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Suggests addresses for what has been typed so far; no answer in time is no suggestion. */
@Component
public class Addresses {

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);
    private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final int FEWEST_CHARACTERS = 3;
    private static final int MOST_CHARACTERS = 200;
    private static final int SUGGESTIONS = 5;
    private static final int REMEMBERED = 500;
    private static final int LARGEST_ANSWER = 100_000;

    private final AddressSettings settings;
    private final Clock clock;
    private final HttpClient client;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Kept(List<Address> found, Instant until) {}

    Addresses(AddressSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    public boolean isOn() {
        return settings.isOn();
    }

    public List<Address> suggest(String typed) {
        String words = typed.strip();
        if (!settings.isOn() || words.length() < FEWEST_CHARACTERS || words.length() > MOST_CHARACTERS) {
            return List.of();
        }
        synchronized (kept) {
            Kept known = kept.get(words);
            if (known != null && clock.instant().isBefore(known.until())) {
                return known.found();
            }
        }
        List<Address> found = ask(words);
        if (!found.isEmpty()) {
            synchronized (kept) {
                kept.put(words, new Kept(found, clock.instant().plus(settings.keep())));
            }
        }
        return found;
    }

    /** The known address that reads exactly like that. */
    public Optional<Address> find(String label) {
        return suggest(label).stream()
                .filter(each -> each.label().equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    private List<Address> ask(String words) {
        URI address = URI.create(settings.url().replaceAll("/+$", "") + "/search?autocomplete=1&limit=" + SUGGESTIONS
                + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            // the request's own limit ends with the headers: a body that drips is cut here
            return read(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException | IOException | JacksonException unavailable) {
            answer.cancel(true);
            log.debug(
                    "The geocoder gave no suggestion cause={}",
                    unavailable.getClass().getSimpleName());
            return List.of();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Address> read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        List<Address> found = new ArrayList<>();
        for (JsonNode feature : JsonMapper.shared().readTree(answer.body()).path("features")) {
            JsonNode said = feature.path("properties");
            String label = said.path("label").asString("");
            String commune = said.path("citycode").asString("");
            if (!label.isBlank()
                    && label.length() <= MOST_CHARACTERS
                    && COMMUNE.matcher(commune).matches()) {
                found.add(new Address(label, commune, said.path("city").asString("")));
            }
            if (found.size() == SUGGESTIONS) {
                break;
            }
        }
        return List.copyOf(found);
    }
}
