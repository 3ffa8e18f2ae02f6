package fr.agora.projects.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** YAML from strangers, bombs included. */
class SafeYamlTests {

    @Test
    void everythingIsAText() {
        assertThat(SafeYaml.map("a: 1.10\nb: no\nc: 2026-01-31\nd: ~\ne: [1, x]\n'on': true"))
                .isEqualTo(Map.of(
                        "a", "1.10", "b", "no", "c", "2026-01-31", "d", "~", "e", List.of("1", "x"), "on", "true"));
        assertThat(SafeYaml.map("")).isEmpty();
    }

    @Test
    void aBombDoesNotUnfold() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(level, level, level - 1, level - 1));
        }

        refused(bomb.toString(), "yaml.too-complex");
        refused("&a [*a]: x", "yaml.too-complex", "yaml.malformed", "yaml.not-a-map");
        refused("[".repeat(5_000), "yaml.too-complex", "yaml.malformed");
        refused("a: " + "{b: ".repeat(100) + "}".repeat(100), "yaml.too-complex", "yaml.malformed");
    }

    @Test
    void whatIsTooLongMalformedOrOfAForeignTypeIsRefused() {
        refused("a: " + "x".repeat(5_000_000), "yaml.too-long");
        refused("a: [", "yaml.malformed");
        refused("a: 1\na: 2", "yaml.malformed", "yaml.too-complex");
        refused("- a", "yaml.not-a-map");
        refused("a: 1\n---\nb: 2", "yaml.not-a-map");
        refused("a: !!java.net.URL [\"http://exemple.fr\"]", "yaml.malformed", "yaml.too-complex");
        refused("a: !!javax.script.ScriptEngineManager []", "yaml.malformed", "yaml.too-complex");
        refused("a: \u0007", "yaml.malformed", "yaml.too-complex");
    }

    @Test
    void severalDocumentsAndListsAreDocuments() {
        assertThat(SafeYaml.all("a: 1\n---\n- b: 2\n- c: 3\n", 1_000)).hasSize(3);
    }

    private static void refused(String text, String... keys) {
        assertThatExceptionOfType(YamlRefused.class)
                .isThrownBy(() -> SafeYaml.map(text))
                .satisfies(refused -> assertThat(refused.key()).isIn((Object[]) keys));
    }
}
