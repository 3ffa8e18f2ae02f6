package fr.agora.jobs.foreign;

import fr.agora.platform.text.Words;
import fr.agora.platform.web.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that are understood, told apart by how they begin. */
enum ForeignFormat {
    /** The open data of « Choisir le service public ». */
    CSP,
    TALENTSOFT,
    RSS,
    /** A page or a JSON document that holds schema.org JobPostings. */
    JOB_POSTING;

    /** The source that is meant where the request names none. */
    String source() {
        return switch (this) {
            case CSP, RSS -> "choisir-le-service-public";
            case TALENTSOFT -> "talentsoft";
            case JOB_POSTING -> "job-posting";
        };
    }

    static Optional<ForeignFormat> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(each -> word != null
                        && each.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
    }

    static ForeignFormat of(CheckedFile file) throws IOException {
        String start = file.head();
        String folded = Words.fold(start);
        if (start.startsWith("{")
                || start.startsWith("[")
                || folded.startsWith("<!doctype html")
                || folded.contains("<html")) {
            return JOB_POSTING;
        }
        if (folded.contains("<rss")) {
            return RSS;
        }
        String header = Words.slug(start.lines().findFirst().orElse(""));
        if (header.contains("offer-reference")) {
            return TALENTSOFT;
        }
        if (header.contains("intitule-du-poste") && header.contains("reference")) {
            return CSP;
        }
        throw new ProblemException(ForeignProblem.IMPORT_UNKNOWN_FORMAT);
    }

    void read(CheckedFile file, Meanings words, ForeignRows rows) throws IOException {
        switch (this) {
            case CSP -> new CsvFile(file).read(new CspOffers(words), rows);
            case TALENTSOFT -> new CsvFile(file).read(new TalentSoftOffers(words), rows);
            case RSS -> new RssFile(words).read(file, rows);
            case JOB_POSTING -> new JobPostingFile(words).read(file, rows);
        }
    }
}
