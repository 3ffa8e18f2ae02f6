package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody asks to be forgotten; then their name is looked for everywhere the platform keeps anything. */
class ErasureIT {

    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN = Duration.ofSeconds(10);
    private static final Duration ACCOUNTS_LOOKED_AT = Duration.ofSeconds(40);

    private static Agora agora;

    /** The launcher's table, asked for once: it takes a process of its own. */
    private static String parts;

    @BeforeAll
    static void start() {
        agora = Agora.running();
        parts = agora.run("status");
    }

    @Test
    void anErasedPersonsNameIsNowhere() throws Exception {
        // letters only, of this run only: nothing else can hold it
        String name = "zyrk"
                + UUID.randomUUID()
                        .toString()
                        .chars()
                        .limit(8)
                        .mapToObj(c -> String.valueOf((char) (c < 'a' ? c - '0' + 'g' : c)))
                        .collect(Collectors.joining())
                + "ovane";
        String id = "mbr-" + UUID.randomUUID();
        Api admin = agora.as("admin.demo");
        IdentityConsole console = new IdentityConsole(agora);
        String login = name + ".amina";
        console.create(login, "insee", "member");
        somebody(admin, id, name, console.user(login).path("id").asString());
        livesThere(agora.as(login), name);
        await("known everywhere").atMost(KNOWN).untilAsserted(() -> {
            assertThat(agora.anonymous()
                            .search(name, "&kind=member")
                            .path("total")
                            .asInt())
                    .isPositive();
            assertThat(stored(name))
                    .contains(
                            "agora_directory.members",
                            "agora_directory.conversations",
                            "agora_directory.contact_addresses",
                            "agora_jobs.applications",
                            "agora_jobs.cv.chunks",
                            "agora_jobs.recruiter_mandates",
                            "agora_search.saved_searches");
            assertThat(indexed()).contains(name);
            assertThat(fed())
                    .allSatisfy((feed, text) -> assertThat(text).as(feed).contains(name));
        });

        assertThat(admin.post("/api/directory/members/" + id + "/erase", "{\"confirmation\":\"EFFACER\"}")
                        .status())
                .isEqualTo(204);

        await("forgotten everywhere").atMost(FORGOTTEN).untilAsserted(() -> {
            assertThat(stored(name)).isEmpty();
            assertThat(indexed()).doesNotContain(name);
            assertThat(fed())
                    .allSatisfy((feed, text) -> assertThat(text).as(feed).doesNotContain(name));
            assertThat(agora.anonymous().search(name, "").path("hits").toString())
                    .doesNotContain(name);
        });
        await("no longer able to log in")
                .atMost(ACCOUNTS_LOOKED_AT)
                .untilAsserted(
                        () -> assertThat(console.user(login).isMissingNode()).isTrue());
        assertThat(agora.anonymous().get("/annuaire/membres/" + id).status()).isEqualTo(404);
        // what was done is still told, by identifiers alone
        assertThat(admin.get("/api/directory/admin/audit?item=" + id).body())
                .contains("POST /api/directory/members/{id}/erase")
                .contains(id);
        for (String service : List.of("directory", "projects", "jobs", "search")) {
            assertThat(admin.get("/api/" + service + "/admin/parked").body().toLowerCase(Locale.ROOT))
                    .doesNotContain(name);
        }
        // what already lies in the person's own mailbox is theirs
        assertThat(Api.JSON
                        .readTree(get("http://127.0.0.1:" + port("mail") + "/mails.json"))
                        .valueStream()
                        .filter(mail -> !mail.path("to").toString().contains(login + "@")))
                .allSatisfy(mail ->
                        assertThat(mail.toString().toLowerCase(Locale.ROOT)).doesNotContain(name));
        assertThat(logged(name)).isEmpty();
    }

    /** The feeds that named the person, as a visitor reads them. */
    private static Map<String, String> fed() {
        return Stream.of("/reseaux/relays/nominations.atom", "/recherche/flux.atom?q=vigie&kind=member")
                .collect(Collectors.toMap(feed -> feed, feed -> {
                    Api.Answer answer = agora.anonymous().get(feed);
                    assertThat(answer.status()).as(feed).isEqualTo(200);
                    return answer.body().toLowerCase(Locale.ROOT);
                }));
    }

    /** Applies with a CV, asks for a recruiter's mandate and keeps a search; the first request teaches the address. */
    private static void livesThere(Api person, String name) {
        assertThat(person.get("/api/directory/members/me").status()).isEqualTo(200);
        String offer = offer();
        String form = """
                --b
                Content-Disposition: form-data; name="message"

                Je suis %1$s.
                --b
                Content-Disposition: form-data; name="cv"; filename="cv-%1$s.pdf"
                Content-Type: application/pdf

                %%PDF-1.7
                1 0 obj
                << /Type /Catalog /Author (%1$s) >>
                endobj
                trailer << /Root 1 0 R >>
                %%%%EOF
                --b--
                """.formatted(name).replace("\n", "\r\n");
        Api.Answer applied = person.send(person.request("/api/jobs/offers/" + offer + "/applications")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form)));
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
        assertThat(person.post("/api/jobs/recruiter-mandates", "{\"reason\":\"Je suis %s.\"}".formatted(name))
                        .status())
                .isEqualTo(201);
        assertThat(person.post(
                                "/api/search/alerts",
                                "{\"name\":\"Veille %1$s\",\"query\":\"q=%1$s\",\"rhythm\":\"DAILY\"}".formatted(name))
                        .status())
                .isEqualTo(201);
    }

    private static String offer() {
        Api recruiter = agora.as("nora.lefevre");
        String id = recruiter
                .post("/api/jobs/offers", """
                        {"title":"Veilleur des phares","summary":"Essai.","remoteDaysPerWeek":1,"validThrough":"%s","visibility":"PUBLIC"}
                        """.formatted(LocalDate.now().plusMonths(1)))
                .json()
                .path("id")
                .asString();
        assertThat(recruiter.post("/api/jobs/offers/" + id + "/publish", "").status())
                .isEqualTo(200);
        return id;
    }

    /** With a mandate, a picture, a consent, a public page and a letter. */
    private static void somebody(Api admin, String id, String name, String account) throws IOException {
        String line = """
                {"id":"%s","display_name":"Amina %2$s","role_title":"Vigie %2$s","bio":"Je suis %2$s.",\
                "j_offre":["demandez %2$s"],"skill_ids":["python"],"visibility":"public","compte":"%3$s",\
                "promotion":"eig-4","defi":"Défi %2$s","consent_poste":"2026-01-15"}
                """.formatted(id, name, account);
        assertThat(admin.lines("/api/directory/imports/members", line).body()).contains("created");
        String mandate = """
                {"id":"mandat-%1$s","role":"relais","membre_id":"%1$s","organisation_id":"insee","debut":"%2$s"}
                """.formatted(id, LocalDate.now());
        assertThat(admin.lines("/api/directory/imports/mandates", mandate).body())
                .contains("created");
        assertThat(admin.send(admin.request("/api/directory/members/" + id + "/photo")
                                .header("Content-Type", "image/png")
                                .PUT(BodyPublishers.ofByteArray(picture())))
                        .status())
                .isEqualTo(204);
        assertThat(agora.as("lucas.morvan")
                        .post(
                                "/api/directory/members/" + id + "/messages",
                                "{\"subject\":\"Une question\",\"text\":\"Bonjour, auriez-vous un moment ?\"}")
                        .status())
                .isEqualTo(201);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** Collections of the five databases in which some document holds the word, bytes read as text. */
    private static List<String> stored(String word) {
        List<String> places = new ArrayList<>();
        for (String name : Databases.all()) {
            try (MongoClient client = Databases.client(agora, name)) {
                var database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    for (Document document : database.getCollection(collection).find()) {
                        if (holds(document, word)) {
                            places.add(name + "." + collection);
                            break;
                        }
                    }
                }
            }
        }
        return places;
    }

    private static boolean holds(Object value, String word) {
        return switch (value) {
            case null -> false;
            case Map<?, ?> map ->
                Stream.concat(map.keySet().stream(), map.values().stream()).anyMatch(each -> holds(each, word));
            case Collection<?> list -> list.stream().anyMatch(each -> holds(each, word));
            case Binary bytes -> holds(new String(bytes.getData(), StandardCharsets.UTF_8), word);
            default -> value.toString().toLowerCase(Locale.ROOT).contains(word);
        };
    }

    /** Every document of every index, tombstones and queries too. */
    private static String indexed() {
        return get("http://127.0.0.1:" + port("index") + "/_all/_search?size=10000&expand_wildcards=all")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> logged(String word) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(agora.logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                if (Files.readString(log, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains(word)) {
                    found.add(log.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static int port(String part) {
        return parts.lines()
                .filter(line -> line.startsWith(part + " "))
                .map(line -> Integer.parseInt(line.split("\\s+")[3]))
                .findFirst()
                .orElseThrow();
    }

    private static String get(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException away) {
            throw new IllegalStateException(address, away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
