package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Pattern ICON = Pattern.compile("fr-icon-([a-z0-9-]+)|icon = \"([a-z0-9-]+)\"");
    private static final Pattern TEXT = Pattern.compile("page\\.t\\(\"([a-z0-9.-]+[a-z0-9])\"");

    @Test
    void noTemplateNeedsAnInlineScriptOrStyle() throws IOException {
        assertThat(sources())
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("$unsafe", "hx-on", "javascript:");
    }

    @Test
    void eachIconNamedIsInTheStylesheet() throws IOException {
        String css = asset("dsfr.css");
        TreeSet<String> icons = new TreeSet<>();
        Matcher icon = ICON.matcher(sources());
        while (icon.find()) {
            icons.add(icon.group(1) == null ? icon.group(2) : icon.group(1));
        }
        assertThat(icons)
                .filteredOn(name -> !name.isEmpty() && !name.endsWith("-"))
                .isNotEmpty()
                .allMatch(name -> css.contains(".fr-icon-" + name + "::before"));
    }

    @Test
    void eachTextNamedExists() throws IOException {
        Texts texts = new Texts(null, List.of());
        Matcher text = TEXT.matcher(sources());
        TreeSet<String> keys = new TreeSet<>();
        while (text.find()) {
            keys.add(text.group(1));
        }
        assertThat(keys).isNotEmpty().allMatch(key -> texts.find(key, Language.FRENCH.locale(), "x") != null);
    }

    @Test
    void theStylesheetStaysLight() throws IOException {
        try (InputStream zipped = Templates.class.getResourceAsStream(resource("dsfr.css.gz"))) {
            assertThat(Objects.requireNonNull(zipped).readAllBytes()).hasSizeLessThan(63_000);
        }
    }

    @Test
    void eachFileNamedByTheStylesheetIsThere() throws IOException {
        Matcher url = Pattern.compile("url\\([\"']?((?:fonts|icons)/[^\"')]+)").matcher(asset("dsfr.css"));
        int found = 0;
        while (url.find()) {
            found++;
            assertThat(Templates.class.getResource(resource(url.group(1))))
                    .as(url.group(1))
                    .isNotNull();
        }
        assertThat(found).isGreaterThan(50);
    }

    private static String resource(String name) {
        return "/META-INF/resources" + Assets.path(name);
    }

    private static String asset(String name) throws IOException {
        try (InputStream file = Templates.class.getResourceAsStream(resource(name))) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
