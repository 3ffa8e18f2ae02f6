package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.acceptance.Api.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to harm whoever opens them, where files are taken: each is refused in time, and brings nothing in. */
class BadFilesIT {

    private static final Duration IN_TIME = Duration.ofSeconds(10);
    private static final String USE_CASES = "/api/projects/imports/use-cases?source=essai";
    private static final String ORGANIZATIONS = "/api/directory/imports/organizations?source=essai";

    private static Agora agora;
    /** One for which one applies here. */
    private static String offer;

    @BeforeAll
    static void start() {
        agora = Agora.running();
        Api recruiter = agora.as("nora.lefevre");
        Answer created =
                recruiter.post("/api/jobs/offers", """
                {"title":"Relieur des données","summary":"Essai.","remoteDaysPerWeek":1,"validThrough":"%s","visibility":"PUBLIC"}
                """.formatted(LocalDate.now().plusMonths(1)));
        offer = created.json().path("id").asString();
        assertThat(recruiter.post("/api/jobs/offers/" + offer + "/publish", "").status())
                .isEqualTo(200);
    }

    static Stream<Arguments> imports() throws IOException {
        byte[] bomb = zip("content/a.md", 80);
        return Stream.of(
                Arguments.of("a zip bomb", USE_CASES, "application/zip", bomb),
                Arguments.of("a zip bomb nobody wants", USE_CASES, "application/zip", zip("a.bin", 80)),
                Arguments.of("half a zip", USE_CASES, "application/zip", Arrays.copyOf(bomb, bomb.length / 2)),
                Arguments.of("a PDF that is a zip too", USE_CASES, "application/zip", joined("%PDF-1.7\n", bomb)),
                Arguments.of("a zip that says it is a line", USE_CASES, "application/x-ndjson", bomb),
                Arguments.of("aliases of aliases", USE_CASES, "text/markdown", text(aliases())),
                Arguments.of("a tag that makes an object", USE_CASES, "text/markdown", text("""
                        ---
                        title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://127.0.0.1:1/"]]]]
                        ---
                        """)),
                Arguments.of("entities", USE_CASES, "text/markdown", text(entities())),
                Arguments.of("entities", ORGANIZATIONS, "application/json", text(entities())),
                Arguments.of("entities", ORGANIZATIONS, "text/vcard", text(entities())),
                Arguments.of("entities", ORGANIZATIONS, "application/xml", text(entities())),
                Arguments.of(
                        "a line cut short",
                        ORGANIZATIONS,
                        "application/x-ndjson",
                        text("{\"id\":\"coupe\",\"nom\":\"Co")),
                Arguments.of(
                        "a list cut short", ORGANIZATIONS, "application/json", text("[{\"id\":\"coupe\",\"nom\":\"Co")),
                Arguments.of("very deep", ORGANIZATIONS, "application/json", text("[".repeat(200_000))),
                Arguments.of(
                        "a quote that never closes",
                        ORGANIZATIONS,
                        "text/csv",
                        text("id;nom\n\"" + "x".repeat(900_000))));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("imports")
    void anImportTakesNothingFrom(String what, String path, String type, byte[] file) {
        Api admin = agora.as("admin.demo");
        long begun = System.nanoTime();

        Answer answer =
                admin.send(admin.request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(IN_TIME);
        assertThat(answer.status()).as(answer.body()).isIn(200, 400, 413, 415, 422);
        if (answer.status() == 200) {
            assertThat(answer.body())
                    .doesNotContainPattern("\"(created|updated)\": ?[1-9]")
                    .doesNotContain("\"outcome\":\"created\"");
        } else {
            assertThat(answer.type()).startsWith("application/problem+json");
        }
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("root:");
    }

    static Stream<Arguments> noCvs() throws IOException {
        return Stream.of(
                Arguments.of("a page", "cv.pdf", text("<!doctype html><script>alert(1)</script>")),
                Arguments.of("a program", "cv.pdf", text("MZ\u0090\u0000\u0003")),
                Arguments.of("a picture that is a zip too", "cv.docx", joined("GIF89a", zip("word/document.xml", 1))),
                Arguments.of("a zip of no document", "cv.docx", zip("a.txt", 1)),
                Arguments.of("a document that unfolds to eighty megabytes", "cv.docx", zip("[Content_Types].xml", 80)),
                Arguments.of("half a PDF", "cv.pdf", text("%PDF-1.7\n1 0 obj\n<< /Type /Cat")),
                Arguments.of("a page that ends as a PDF", "cv.pdf", text("<script>alert(1)</script>%PDF-1.7\n%%EOF")),
                Arguments.of("nothing", "cv.pdf", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noCvs")
    void isNoCv(String what, String name, byte[] file) {
        Answer answer = applied(joined(head(name), joined(file, text("\r\n--b--\r\n"))));

        assertThat(answer.status()).as(what + " " + answer.body()).isIn(415, 422);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void aFormThatEndsInTheMiddleOfItsFileIsAWrongRequest() {
        Answer answer = applied(text(head("cv.pdf") + "%PDF-1.7\n"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    private static Answer applied(byte[] body) {
        Api candidate = agora.as("ines.berrada");
        return candidate.send(candidate
                .request("/api/jobs/offers/" + offer + "/applications")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static String head(String name) {
        return "--b\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    /** So many megabytes of one letter, a thousandth of that to send. */
    private static byte[] zip(String entry, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] megabyte = new byte[1024 * 1024];
            Arrays.fill(megabyte, (byte) 'a');
            for (int i = 0; i < megabytes; i++) {
                zip.write(megabyte);
            }
        }
        return bytes.toByteArray();
    }

    private static String aliases() {
        StringBuilder yaml = new StringBuilder("---\na0: &a0 [haha]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return yaml + "title: *a29\n---\n";
    }

    private static String entities() {
        return "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">"
                + "<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&f;&c;</a>";
    }

    private static byte[] joined(String first, byte[] second) {
        return joined(text(first), second);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
