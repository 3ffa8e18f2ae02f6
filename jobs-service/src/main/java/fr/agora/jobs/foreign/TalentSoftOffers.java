package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Classification;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The export of TalentSoft: fifty-six columns of which those about people (supervisor, recruiter, author) are not read
 * at all.
 */
final class TalentSoftOffers implements CsvFile.Rows {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_REFERENCE = 128;

    private final Meanings words;

    TalentSoftOffers(Meanings words) {
        this.words = words;
    }

    @Override
    public String reference() {
        return "offer-reference";
    }

    @Override
    public ForeignOffer offer(Cells cells) {
        String reference = cells.required("offer-reference", LONGEST_REFERENCE);
        String title = cells.required("jobdescriptiontranslation-jobtitle", LONGEST_TITLE);
        String employer = cells.line("origin-entity");
        String trade = cells.line("jobdescription-primaryprofile");
        String place = cells.line("location-department-department");
        LocalDate first = words.day(cells, "firstpublicationdate");
        LocalDate began = words.day(cells, "schedulingdata-defaultpublicationbegindate");
        LocalDate changed = words.day(cells, "offer-modificationdate");
        LocalDate published = first != null ? first : began != null ? began : words.today();
        String contract = cells.text("jobdescription-contract");
        return new ForeignOffer(
                reference,
                title,
                Stream.of(trade, employer, place)
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(" – "), said -> said.isEmpty() ? title : said)),
                description(cells),
                employer,
                Meanings.places(place, cells.text("location-region-region")),
                null,
                0,
                Meanings.contracts(contract),
                Meanings.family(trade, title),
                Meanings.seniority(cells.text("applicantcriteria-experiencelevel")),
                null,
                salary(cells),
                new Classification(null, null, null, Meanings.access(contract), null),
                null,
                null,
                published,
                words.lastDay(cells, "schedulingdata-defaultpublicationenddate"),
                changed == null ? published : changed);
    }

    private static @Nullable String salary(Cells cells) {
        String written = cells.line("jobdescription-salaryrange");
        return written == null ? null : written.substring(0, Math.min(written.length(), 200));
    }

    private static @Nullable String description(Cells cells) {
        String text = Stream.of(
                        chapter("Missions", cells.text("jobdescriptiontranslation-description1")),
                        chapter("Profil", cells.text("jobdescriptiontranslation-description2")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 50_000));
    }

    private static String chapter(String title, @Nullable String text) {
        return text == null ? "" : "## " + title + "\n" + Html.toMarkdown(text);
    }
}
