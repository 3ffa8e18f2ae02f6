package fr.agora.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportTests {

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "json"})
    void aHundredThousandLinesAreNeverInMemoryTogether(String format) throws Exception {
        Lines file = new Lines(format, 100_000);
        Platform platform = new Platform();
        List<Long> ahead = new ArrayList<>();

        ImportSummary summary = new FileImport(platform)
                .send(ImportKind.OFFERS, file, sofar -> ahead.add(file.linesRead() - sofar.total()));

        assertThat(summary.created()).isEqualTo(100_000);
        assertThat(ahead).hasSizeGreaterThanOrEqualTo(500).allMatch(lines -> lines < 5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "json"})
    void aFileThatDoesNotFillItsLastBatchIsWholeAllTheSame(String format) throws Exception {
        ImportSummary summary =
                new FileImport(new Platform()).send(ImportKind.OFFERS, new Lines(format, 425), sofar -> {});

        assertThat(summary.created()).isEqualTo(425);
    }

    @Test
    void aRefusalNamesTheLineOfTheFile() throws Exception {
        String csv = "id,nom\n" + "a,\"deux\nlignes\"\n".repeat(250) + "bad,x\n";

        ImportSummary summary = new FileImport(new Platform()).send(ImportKind.MEMBERS, bytes(csv), sofar -> {});

        assertThat(summary.created()).isEqualTo(250);
        assertThat(summary.lines())
                .containsExactly("250 created, 0 updated, 0 unchanged, 1 refused", "  line 502: nom: trop court");
    }

    @Test
    void ofManyRefusalsTheFirstTwentyAreShown() throws Exception {
        ImportSummary summary = new FileImport(new Platform())
                .send(ImportKind.MEMBERS, bytes("id\n" + "bad\n".repeat(900)), sofar -> {});

        assertThat(summary.refused()).isEqualTo(900);
        assertThat(summary.lines()).hasSize(22).endsWith("  and 880 more");
    }

    @Test
    void aReportWithoutASummaryMeansTheServiceStopped() {
        ImportEndpoint cutShort = (kind, ndjson) -> "{\"line\":1,\"id\":\"a\",\"outcome\":\"created\"}\n";

        assertThatThrownBy(() -> new FileImport(cutShort).send(ImportKind.MEMBERS, bytes("id\na\n"), sofar -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stopped in the middle");
    }

    @Test
    void anAnswerThatIsNoReportIsSaidToBeNone() {
        ImportEndpoint page = (kind, ndjson) -> "<html>";

        assertThatThrownBy(() -> new FileImport(page).send(ImportKind.MEMBERS, bytes("id\na\n"), sofar -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no report: <html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"service\": [ | application/json",
                "begin:vcard | text/vcard",
                "Organisme de rattachement;Référence;Intitulé du poste;Employeur | text/csv",
                "OfferID;Offer_Reference_;Offer_OfferStatus_ | text/csv",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"> | application/rss+xml",
                "<!doctype html><title>Offre</title> | text/html",
                "{\"id\":\"a\"} | lines"
            })
    void aFileAServiceReadsItselfIsSentAsItIs(String head, String expected, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), head + "\n");
        List<String> sent = new ArrayList<>();
        ImportEndpoint platform = new ImportEndpoint() {
            @Override
            public String take(ImportKind kind, String ndjson) {
                sent.add("lines");
                return "{\"summary\":{\"created\":1,\"refused\":0}}";
            }

            @Override
            public String takeWhole(ImportKind kind, String contentType, Path whole, boolean complete) {
                sent.add(contentType);
                return "{\"line\":7,\"outcome\":\"refused\",\"reasons\":[]}\n{\"summary\":{\"created\":1,\"refused\":1}}";
            }
        };

        ImportSummary summary = new FileImport(platform).send(ImportKind.ORGANIZATIONS, file, sofar -> {});

        assertThat(sent).containsExactly(expected);
        assertThat(summary.firstRefusals())
                .extracting(ImportSummary.Refusal::line)
                .isEqualTo(expected.equals("lines") ? List.of() : List.of(7L));
    }

    @Test
    void aKindIsKnownByItsFrenchAndEnglishNames() {
        assertThat(ImportKind.named("Organisations")).contains(ImportKind.ORGANIZATIONS);
        assertThat(ImportKind.named("membres")).contains(ImportKind.MEMBERS);
        assertThat(ImportKind.named("cas_usage")).contains(ImportKind.USE_CASES);
        assertThat(ImportKind.named("projects")).contains(ImportKind.USE_CASES);
        assertThat(ImportKind.named("jobs")).contains(ImportKind.OFFERS);
        assertThat(ImportKind.named("briques")).isEmpty();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes every line except those whose id is bad, and reports as the services do. */
    private static final class Platform implements ImportEndpoint {
        @Override
        public String take(ImportKind kind, String ndjson) {
            StringBuilder report = new StringBuilder();
            List<String> lines = ndjson.lines().toList();
            int refused = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains("\"id\":\"bad\"")) {
                    refused++;
                    report.append("{\"line\":" + (i + 1) + ",\"outcome\":\"refused\","
                            + "\"reasons\":[{\"field\":\"nom\",\"message\":\"trop court\"}]}\n");
                }
            }
            return report + "{\"summary\":{\"created\":" + (lines.size() - refused)
                    + ",\"updated\":0,\"unchanged\":0,\"refused\":" + refused + "}}\n";
        }
    }

    /** A long file that is made while it is read. */
    private static final class Lines extends InputStream {
        private final String format;
        private final int count;
        private int made = -1;
        private byte[] line = new byte[0];
        private int position;

        Lines(String format, int count) {
            this.format = format;
            this.count = count;
        }

        long linesRead() {
            return made;
        }

        @Override
        public int read() {
            if (position == line.length) {
                if (made > count) {
                    return -1;
                }
                line = next().getBytes(StandardCharsets.UTF_8);
                position = 0;
                if (line.length == 0) {
                    return read();
                }
            }
            return line[position++] & 0xff;
        }

        private String next() {
            made++;
            boolean first = made == 0;
            boolean last = made == count + 1;
            return switch (format) {
                case "csv" -> first ? "id,title\n" : last ? "" : "o-" + made + ",Data scientist\n";
                case "json" -> first ? "[" : last ? "]" : (made > 1 ? "," : "") + "{\"id\":\"o-" + made + "\"}\n";
                default -> first || last ? "" : "{\"id\":\"o-" + made + "\"}\n";
            };
        }
    }
}
