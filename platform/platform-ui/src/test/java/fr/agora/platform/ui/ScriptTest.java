package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the scripts of the pages may not do, however harmless it looks where it is written. */
class ScriptTest {

    private static final Path SCRIPTS = Path.of("src/main/assets/js");

    @Test
    void noScriptOfOursRunsTextAsCode() throws IOException {
        assertThat(scripts())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script)
                        .doesNotContainPattern("\\beval\\b")
                        .doesNotContainPattern("\\bFunction\\s*\\(")
                        .doesNotContainPattern("\\b(setTimeout|setInterval)\\s*\\(\\s*[\"'`]")
                        .doesNotContainPattern("\\b(inner|outer)HTML\\b|\\binsertAdjacentHTML\\b|\\bdocument\\.write")
                        .doesNotContainPattern("\\bimport\\s*\\(|createElement\\(\\s*[\"'`]script"));
    }

    @Test
    void htmxEvaluatesNothingAndRunsNoScriptOfAnAnswer() throws IOException {
        Matcher config = Pattern.compile("<meta name=\"htmx-config\" content='([^']+)'>")
                .matcher(Files.readString(Path.of("src/main/jte/layout/main.jte")));
        assertThat(config.find()).as("the layout settles htmx").isTrue();
        JsonNode settled = JsonMapper.shared().readTree(config.group(1));

        assertThat(settled.path("allowEval").booleanValue(true)).isFalse();
        assertThat(settled.path("allowScriptTags").booleanValue(true)).isFalse();
        assertThat(settled.path("selfRequestsOnly").booleanValue(false)).isTrue();
        assertThat(settled.path("historyCacheSize").intValue(10)).isZero();
    }

    /** Where no object gets names from outside, and nothing is copied over another, no prototype can be polluted. */
    @Test
    void noScriptOfOursMakesAnObjectOfNamesFromOutside() throws IOException {
        assertThat(scripts())
                .isNotEmpty()
                .map(ScriptTest::withoutTexts)
                .allSatisfy(script -> assertThat(script)
                        .doesNotContain(
                                "__proto__",
                                "JSON.parse",
                                "Object.assign",
                                "fromEntries",
                                "structuredClone",
                                "Reflect.")
                        .doesNotContainPattern("\\bprototype\\b|setPrototypeOf|defineProperty")
                        .doesNotContainPattern("\\bfor\\s*\\([^)]*\\bin\\b")
                        // x[name]: a number alone, or the last of a list
                        .doesNotContainPattern("[\\w)\\]]\\[(?!\\d+]|\\w+\\.length - 1])")
                        // { ...copied } and { [name]: value }
                        .doesNotContainPattern("\\{\\s*\\.\\.\\.|[{,]\\s*\\[[^\\]]+]\\s*:"));
    }

    private static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(ScriptTest::withoutComments)
                    .toList();
        }
    }

    private static String withoutTexts(String script) {
        return script.replaceAll("'[^'\\n]*'", "''").replaceAll("\"[^\"\\n]*\"", "\"\"");
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
