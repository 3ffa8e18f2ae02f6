package fr.agora.jobs.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.jobs.RunningService;
import fr.agora.jobs.foreign.ForeignReport.Outcome;
import fr.agora.platform.web.ProblemTexts;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A file of {@code -Dagora.rows=100000} rows, every reference ten times: how long it takes, how much memory it holds. Not
 * part of every build.
 */
@EnabledIfSystemProperty(named = "agora.rows", matches = "\\d+")
class LargeFileTests extends RunningService {

    private static final String HEADER =
            "Référence;Intitulé du poste;Employeur;Versant;Localisation du poste;Compétences attendues;Date de fin de publication par défaut\n";

    @Autowired
    private ForeignImport imports;

    @Autowired
    private ProblemTexts texts;

    @Test
    void aLargeFileIsTakenInConstantMemory() throws Exception {
        int rows = Integer.getInteger("agora.rows");

        ForeignReport first = taken(rows, "first time");
        ForeignReport again = taken(rows, "again");

        assertThat(first.of(Outcome.CREATED)).isEqualTo(rows / 10);
        assertThat(again.of(Outcome.UNCHANGED)).isEqualTo(rows);
    }

    private ForeignReport taken(int rows, String what) throws Exception {
        AtomicLong most = new AtomicLong();
        System.gc();
        long before = used();
        Thread sampler = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most.accumulateAndGet(used(), Math::max);
                Thread.onSpinWait();
                try {
                    Thread.sleep(200);
                } catch (InterruptedException done) {
                    return;
                }
            }
        });
        long start = System.nanoTime();
        ForeignReport report = new ForeignReport(OutputStream.nullOutputStream(), texts, Locale.FRENCH);
        try (CheckedFile file = CheckedFile.of(file(rows), Long.MAX_VALUE)) {
            imports.run(file, ForeignFormat.of(file), "mesure", true, report);
        }
        sampler.interrupt();
        System.out.printf(
                "MEASURED %s rows=%d seconds=%.1f heapBefore=%dMB heapMost=%dMB%n",
                what, rows, (System.nanoTime() - start) / 1e9, before >> 20, most.get() >> 20);
        return report;
    }

    private static long used() {
        Runtime memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }

    /** Made while it is read: the test holds no more of it than the import does. */
    private static InputStream file(int rows) {
        InputStream header = new java.io.ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8));
        var lines =
                IntStream.range(0, rows).mapToObj(row -> row(row % (rows / 10))).iterator();
        return new SequenceInputStream(Collections.enumeration(List.of(
                header, new SequenceInputStream(new java.util.Enumeration<InputStream>() {
                    @Override
                    public boolean hasMoreElements() {
                        return lines.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return new java.io.ByteArrayInputStream(lines.next().getBytes(StandardCharsets.UTF_8));
                    }
                }))));
    }

    private static String row(int number) {
        return "REF-" + number + ";Data engineer " + number + ";Employeur d’exemple;Fonction publique de l'État;"
                + "Bretagne, Ille-et-Vilaine (35);\"" + "Python, SQL\net des phrases. ".repeat(12) + "\";31/12/2027\n";
    }
}
