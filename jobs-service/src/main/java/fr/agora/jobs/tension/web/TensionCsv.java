package fr.agora.jobs.tension.web;

import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.tension.Scope;
import fr.agora.jobs.tension.TensionReading;
import fr.agora.jobs.tension.Watched;
import fr.agora.platform.ui.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the open offers as CSV (RFC 4180) that a spreadsheet reads as text, never as a formula. */
@Component
class TensionCsv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final TensionReading reading;
    private final OfferSettings settings;
    private final Clock clock;

    TensionCsv(TensionReading reading, OfferSettings settings, Clock clock) {
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
    }

    void write(Scope scope, Page page, Writer out) throws IOException {
        LocalDate today = LocalDate.now(clock);
        boolean counted = reading.countsApplications();
        List<String> columns =
                new ArrayList<>(List.of("title", "family", "employer", "published", "days", "late", "url"));
        if (counted) {
            columns.add("applications");
        }
        out.write(line(
                columns.stream().map(each -> page.t("tension.column." + each)).toList()));
        try {
            reading.forEachOpen(scope, (offer, applications) -> {
                try {
                    out.write(line(cells(offer, counted ? applications : null, today, page)));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private List<@Nullable String> cells(Watched offer, @Nullable Long applications, LocalDate today, Page page) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(offer.title());
        cells.add(offer.familyLabel());
        cells.add(offer.employer());
        cells.add(offer.publishedOn().toString());
        cells.add(Long.toString(offer.daysOpen(today)));
        cells.add(page.t(offer.daysOpen(today) > Watched.PATIENCE ? "tension.yes" : "tension.no"));
        cells.add(settings.publicUrl() + "/offres/" + offer.id());
        if (applications != null) {
            cells.add(applications.toString());
        }
        return cells;
    }

    private static String line(List<? extends @Nullable String> cells) {
        return cells.stream().map(TensionCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
