package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md against the sources: a client can look every code up, and finds no code that is gone. */
class ProblemDocsTests {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\| \\S.+ \\|$");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^\\s+([A-Z][A-Z_]+)\\(HttpStatus\\.([A-Z_]+)\\)");
    private static final Pattern NOTICE = Pattern.compile("(?m)^\\s+[A-Z][A-Z_]+\\((\\d{3}), \"([a-z-]+)\"");
    private static final Pattern WRITTEN_BY_HAND = Pattern.compile("problem\\(HttpStatus\\.([A-Z_]+), \"([a-z-]+)\"");

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("BAD_REQUEST", "400"),
            Map.entry("UNAUTHORIZED", "401"),
            Map.entry("FORBIDDEN", "403"),
            Map.entry("NOT_FOUND", "404"),
            Map.entry("METHOD_NOT_ALLOWED", "405"),
            Map.entry("NOT_ACCEPTABLE", "406"),
            Map.entry("CONFLICT", "409"),
            Map.entry("GONE", "410"),
            Map.entry("CONTENT_TOO_LARGE", "413"),
            Map.entry("UNSUPPORTED_MEDIA_TYPE", "415"),
            Map.entry("UNPROCESSABLE_CONTENT", "422"),
            Map.entry("TOO_MANY_REQUESTS", "429"),
            Map.entry("INTERNAL_SERVER_ERROR", "500"),
            Map.entry("BAD_GATEWAY", "502"),
            Map.entry("SERVICE_UNAVAILABLE", "503"),
            Map.entry("GATEWAY_TIMEOUT", "504"));

    @Test
    void everyProblemIsDocumentedWithItsStatusAndNoOther() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(CHECKOUT.resolve("docs/problems.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2)));

        assertThat(documented).isEqualTo(answered());
    }

    private static Map<String, String> answered() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String source : sources()) {
            if (source.contains("implements ProblemType")) {
                CONSTANT.matcher(source)
                        .results()
                        .forEach(each -> found.put(
                                each.group(1).toLowerCase(Locale.ROOT).replace('_', '-'), status(each.group(2))));
            } else if (source.contains("urn:agora:problem:")) {
                NOTICE.matcher(source).results().forEach(each -> found.put(each.group(2), each.group(1)));
                WRITTEN_BY_HAND
                        .matcher(source)
                        .results()
                        .forEach(each -> found.put(each.group(2), status(each.group(1))));
            }
        }
        assertThat(found).containsKeys("not-found", "too-many-requests", "duplicate-siret");
        return found;
    }

    private static String status(String name) {
        assertThat(STATUS).containsKey(name);
        return STATUS.get(name);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(CHECKOUT), Files.list(CHECKOUT.resolve("platform")))) {
            return modules.map(each -> each.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ProblemDocsTests::javaFiles)
                    .toList();
        }
    }

    private static Stream<String> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(each -> each.toString().endsWith(".java"))
                    .map(ProblemDocsTests::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
