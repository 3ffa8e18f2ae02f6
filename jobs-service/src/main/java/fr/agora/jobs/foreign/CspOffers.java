package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Classification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open data of « Choisir le service public »: thirty columns, found by their names whatever their order. */
final class CspOffers implements CsvFile.Rows {

    private static final String PAGE = "https://choisirleservicepublic.gouv.fr/nos-offres/filtres/mot-cles/";
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_REFERENCE = 128;

    private final Meanings words;

    CspOffers(Meanings words) {
        this.words = words;
    }

    @Override
    public String reference() {
        return "reference";
    }

    @Override
    public ForeignOffer offer(Cells cells) {
        String reference = cells.required("reference", LONGEST_REFERENCE);
        String title = cells.required("intitule-du-poste", LONGEST_TITLE);
        String employer = Objects.requireNonNullElseGet(
                cells.line("employeur"), () -> or(cells.line("organisme-de-rattachement"), ""));
        String trade = cells.line("metier");
        String place = cells.line("localisation-du-poste");
        LocalDate began = words.day(cells, "date-de-debut-de-publication-par-defaut");
        LocalDate first = words.day(cells, "date-de-premiere-publication");
        LocalDate published = first != null ? first : began != null ? began : words.today();
        String kind = cells.text("nature-de-l-emploi");
        String contract = cells.text("nature-de-contrat");
        return new ForeignOffer(
                reference,
                title,
                summary(trade, employer, place, title),
                description(cells),
                employer.isEmpty() ? null : employer,
                Meanings.places(
                        place, cells.text("lieu-d-affectation"), cells.text("lieu-d-affectation-sans-geolocalisation")),
                address(cells),
                Meanings.remoteDays(cells.text("teletravail")),
                Meanings.contracts(kind, contract),
                Meanings.family(trade, title),
                Meanings.seniority(cells.text("niveau-d-experience-min-requis")),
                null,
                null,
                new Classification(
                        null,
                        null,
                        Meanings.category(cells.text("categorie")),
                        Meanings.access(kind),
                        Meanings.versant(cells.text("versant"))),
                documents(cells),
                PAGE + URLEncoder.encode(reference, StandardCharsets.UTF_8) + "/",
                published,
                words.lastDay(cells, "date-de-fin-de-publication-par-defaut"),
                began != null && began.isAfter(published) ? began : published);
    }

    private static String summary(@Nullable String trade, String employer, @Nullable String place, String title) {
        String said = Stream.of(or(trade, ""), employer, or(place, ""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" – "));
        return said.isEmpty() ? title : said;
    }

    private static @Nullable String description(Cells cells) {
        String text = Stream.of(
                        chapter("Compétences attendues", cells.text("competences-attendues")),
                        chapter("Spécialisation", cells.text("specialisation")),
                        chapter("Niveau d’études", cells.text("niveau-d-etudes")),
                        chapter("Langues", cells.text("langues")),
                        chapter("Durée du contrat", cells.text("duree-du-contrat")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 50_000));
    }

    private static @Nullable String documents(Cells cells) {
        String wanted = cells.text("documents-a-transmettre");
        return wanted == null
                ? null
                : "Documents à transmettre : " + wanted.substring(0, Math.min(wanted.length(), 4_900));
    }

    private static String chapter(String title, @Nullable String text) {
        return text == null ? "" : "## " + title + "\n" + text;
    }

    private static @Nullable String address(Cells cells) {
        String written = cells.text("lieu-d-affectation");
        String whole = written != null ? written : cells.text("lieu-d-affectation-sans-geolocalisation");
        if (whole == null) {
            return null;
        }
        String line = whole.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
