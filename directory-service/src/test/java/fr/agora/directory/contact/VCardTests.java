package fr.agora.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VCardTests {

    @Test
    void linesAreFoldedAtSeventyFiveOctetsWithoutCuttingACharacter() {
        String name = "Délégué à l’aménagement ; eau, forêts \\ crues\net marées ".repeat(4);

        String card = new VCard().text("FN", name).end();

        assertThat(card).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:D").endsWith("\r\nEND:VCARD\r\n");
        assertThat(card.replace("\r\n", "")).doesNotContain("\n");
        assertThat(card.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        String unfolded = card.replace("\r\n ", "");
        assertThat(unfolded.lines().filter(line -> line.startsWith("FN:")).findFirst())
                .hasValueSatisfying(line -> assertThat(line.substring(3)
                                .replace("\\n", "\n")
                                .replace("\\,", ",")
                                .replace("\\;", ";")
                                .replace("\\\\", "\\"))
                        .isEqualTo(name));
    }
}
