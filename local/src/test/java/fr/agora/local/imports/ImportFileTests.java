package fr.agora.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ImportFileTests {

    @Test
    void aJsonArrayBecomesOneLineForEachElement() throws IOException {
        List<Entry> entries = read("""
                [
                  {"id": "cerema",
                   "nom": "Cerema\\nétudes"},
                  {"id": "ign"}
                ]""");

        assertThat(entries)
                .containsExactly(
                        new Entry(2, "{\"id\":\"cerema\",\"nom\":\"Cerema\\nétudes\"}"),
                        new Entry(4, "{\"id\":\"ign\"}"));
    }

    @Test
    void ndjsonPassesAsItIsBlankLinesAside() throws IOException {
        assertThat(read("{\"id\":\"a\"}\r\n\r\n  {\"id\": broken}\n"))
                .containsExactly(new Entry(1, "{\"id\":\"a\"}"), new Entry(3, "{\"id\": broken}"));
    }

    @Test
    void aCsvCellMayHoldLineBreaksQuotesAndSeparators() throws IOException {
        List<Entry> entries = read("id,nom,bio\r\nm-1,Aïcha,\"Dit \"\"oui\"\",\r\npuis non\"\r\nm-2,Noé,\r\n");

        assertThat(entries)
                .containsExactly(
                        new Entry(2, "{\"id\":\"m-1\",\"nom\":\"Aïcha\",\"bio\":\"Dit \\\"oui\\\",\\npuis non\"}"),
                        new Entry(4, "{\"id\":\"m-2\",\"nom\":\"Noé\"}"));
    }

    @Test
    void aCsvFromAFrenchSpreadsheetHasAMarkAndSemicolons() throws IOException {
        assertThat(read("\uFEFFid;nom\no-1;Direction, service\n"))
                .containsExactly(new Entry(2, "{\"id\":\"o-1\",\"nom\":\"Direction, service\"}"));
    }

    @Test
    void aCsvTellsListsNumbersAndYesFromText() throws IOException {
        assertThat(read("id,skill_ids,remote_days_per_week,brouillon,region_code\no-1,skl-sql | skl-r,3,true,11\n"))
                .extracting(Entry::json)
                .containsExactly("{\"id\":\"o-1\",\"skill_ids\":[\"skl-sql\",\"skl-r\"],\"remote_days_per_week\":3,"
                        + "\"brouillon\":true,\"region_code\":\"11\"}");
    }

    @Test
    void aGzippedFileIsReadLikeAPlainOne() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("[{\"id\":\"a\"}]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(zipped.toByteArray())).containsExactly(new Entry(1, "{\"id\":\"a\"}"));
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n \n")).isEmpty();
        assertThat(read("[]")).isEmpty();
        assertThat(read("id,nom\n")).isEmpty();
    }

    @Test
    void anArrayCutShortSaysWhere() {
        assertThatThrownBy(() -> read("[\n{\"id\":\"a\"},\n{\"id\":"))
                .isInstanceOf(MalformedFile.class)
                .hasMessageStartingWith("Line 3: no JSON");
        assertThatThrownBy(() -> read("[\n{\"id\":\"a\"}\n"))
                .isInstanceOf(MalformedFile.class)
                .hasMessageContaining("Line");
    }

    @Test
    void aQuotationMarkNeverClosedSaysWhereItWasOpened() {
        assertThatThrownBy(() -> read("id,nom\na,b\nc,\"d\ne,f\n"))
                .isInstanceOf(MalformedFile.class)
                .hasMessage("Line 3: a quotation mark opened here is never closed");
    }

    @Test
    void aRowWithMoreCellsThanColumnsIsNoRow() {
        assertThatThrownBy(() -> read("id,nom\na,b,c\n"))
                .isInstanceOf(MalformedFile.class)
                .hasMessageStartingWith("Line 2: 3 cells for 2 columns");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> read("id,nom,nom\n")).hasMessage("Line 1: two columns are named \"nom\"");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedRatherThanGarbled() {
        assertThatThrownBy(() -> read("id,nom\na,Forêt\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MalformedFile.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void aFileWithoutLineBreaksIsGivenUpBeforeItFillsTheMemory() {
        assertThatThrownBy(() -> read("{" + "x".repeat(FileText.LONGEST_ENTRY + 10)))
                .isInstanceOf(MalformedFile.class)
                .hasMessageContaining("longer than");
    }

    private static List<Entry> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Entry> read(byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Entries file = ImportFile.entries(FileText.of(new ByteArrayInputStream(bytes)))) {
            for (Optional<Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
                entries.add(entry.get());
            }
        }
        return entries;
    }
}
