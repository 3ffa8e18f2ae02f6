package fr.agora.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IndexDefinitionTests {

    // looked at for every character of every text and question: one that looks back first costs four times as much
    @Test
    void aPatternBeginsWithTheCharacterItIsAbout() {
        var filters = IndexDefinition.ofCatalogue().at("/settings/analysis/char_filter");

        assertThat(filters.valueStream()
                        .filter(filter -> filter.path("type").asString("").equals("pattern_replace"))
                        .map(filter -> filter.path("pattern"))
                        .map(JsonNode::asString))
                .hasSizeGreaterThan(1)
                .noneMatch(pattern -> pattern.startsWith("("));
    }
}
