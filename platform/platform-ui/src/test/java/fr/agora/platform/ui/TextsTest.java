package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern LOOSE_PUNCTUATION = Pattern.compile(" [:;?!»]|« ");

    @Test
    void eachTextIsInBothLanguages() throws IOException {
        assertThat(bundle("texts.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        bundle("texts_en.properties").stringPropertyNames());
    }

    @Test
    void frenchPunctuationNeverStartsALine() throws IOException {
        assertThat(bundle("texts.properties").values())
                .noneMatch(text -> LOOSE_PUNCTUATION.matcher(text.toString()).find());
    }

    @Test
    void apostrophesAreTypographicSinceAStraightOneHidesArguments() throws IOException {
        assertThat(bundle("texts.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(bundle("texts_en.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void aMissingTextShowsItsKeyRatherThanNoPage() {
        assertThat(new Texts(null, List.of()).text("no.such.text", Locale.FRENCH))
                .isEqualTo("no.such.text");
    }

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }
}
