package fr.agora.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** publiccode.yml has what catalogues of public software demand, and nobody's address. */
class PublicCodeTests {

    private String text;
    private JsonNode card;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("..", "publiccode.yml"));
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        card = JsonMapper.shared().valueToTree(loaded);
    }

    @Test
    void everyRequiredKeyIsThere() {
        assertThat(List.of(
                        "/publiccodeYmlVersion",
                        "/name",
                        "/url",
                        "/platforms/0",
                        "/categories/0",
                        "/developmentStatus",
                        "/softwareType",
                        "/legal/license",
                        "/maintenance/type",
                        "/maintenance/contacts/0/name",
                        "/localisation/availableLanguages/0"))
                .allSatisfy(key -> assertThat(card.at(key).asString("")).as(key).isNotBlank());
        assertThat(card.at("/publiccodeYmlVersion").isString()).isTrue();
        assertThat(card.at("/localisation/localisationReady").isBoolean()).isTrue();
    }

    @Test
    void everyLanguageHasADescriptionOfTheLengthAllowed() {
        assertThat(card.path("description").propertyNames()).containsExactlyInAnyOrder("fr", "en");
        card.path("description").forEach(language -> {
            assertThat(language.path("shortDescription").asString("")).hasSizeBetween(20, 150);
            assertThat(language.path("longDescription").asString("")).hasSizeBetween(150, 10_000);
            assertThat(language.path("genericName").asString("")).hasSizeBetween(3, 35);
            assertThat(language.path("features").size()).isPositive();
        });
    }

    @Test
    void nobodysAddressIsInIt() {
        assertThat(text).doesNotContain("@", "phone:", "email:");
    }
}
