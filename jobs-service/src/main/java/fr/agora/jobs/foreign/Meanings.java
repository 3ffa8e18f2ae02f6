package fr.agora.jobs.foreign;

import fr.agora.jobs.offer.Classification.Access;
import fr.agora.jobs.offer.Classification.Category;
import fr.agora.jobs.offer.Classification.Versant;
import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of other job boards mean in ours; a word nobody knows means nothing, it refuses no offer. */
final class Meanings {

    private static final int OPEN_DAYS = 90;
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DEPARTMENT = Pattern.compile("\\(\\s*0?(2[ABab]|\\d{2,3})\\s*\\)");
    private static final Pattern DAYS = Pattern.compile("([1-5])\\s*(?:jours?|j\\b)");
    private static final Map<Pattern, String> FAMILIES = families();

    private final Clock clock;

    Meanings(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** « 31/12/9999 », or nothing, means no end. */
    LocalDate lastDay(Cells cells, String column) {
        LocalDate day = day(cells, column);
        return day == null || day.getYear() >= 9000 ? OfferContent.NO_END : day;
    }

    @Nullable
    LocalDate day(Cells cells, String column) {
        String written = cells.text(column);
        try {
            return written == null ? null : day(written);
        } catch (DateTimeException wrong) {
            cells.refuse(column, "field.format");
            return null;
        }
    }

    /** {@code 31/12/2026}, {@code 2026-12-31}, either followed by an hour. */
    static LocalDate day(String written) {
        String day = written.strip().split("[T\\s]")[0];
        return day.indexOf('/') > 0 ? LocalDate.parse(day, FRENCH) : LocalDate.parse(day);
    }

    LocalDate openFrom(LocalDate published) {
        return published.plusDays(OPEN_DAYS);
    }

    static List<Labelled> places(@Nullable String... texts) {
        Map<String, Labelled> found = new LinkedHashMap<>();
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            Matcher department = DEPARTMENT.matcher(text);
            while (department.find()) {
                Territories.find("DEP-" + department.group(1).toUpperCase(java.util.Locale.ROOT), null)
                        .ifPresent(place -> found.putIfAbsent(place.code(), place));
            }
            for (String part : text.split("[>,;/]")) {
                String name = Words.fold(part.replaceAll("\\(.*", "").strip());
                Territories.all().stream()
                        .filter(place -> !place.code().startsWith("COM-"))
                        .filter(place -> Words.fold(place.label()).equals(name))
                        .forEach(place -> found.putIfAbsent(place.code(), place));
            }
        }
        return List.copyOf(found.values());
    }

    static int remoteDays(@Nullable String written) {
        if (written == null) {
            return 0;
        }
        String text = Words.fold(written);
        Matcher days = DAYS.matcher(text);
        if (days.find()) {
            return Integer.parseInt(days.group(1));
        }
        if (text.contains("total") || text.contains("integral")) {
            return 5;
        }
        return text.startsWith("oui") || text.contains("possible") || text.contains("partiel") ? 2 : 0;
    }

    static List<ContractType> contracts(@Nullable String... texts) {
        List<ContractType> found = new ArrayList<>();
        String text = folded(texts);
        if (text.contains("titulaire") && !text.contains("uniquement aux contractuels")
                || text.contains("fonctionnaire")) {
            found.add(ContractType.CIVIL_SERVANT);
        }
        if (text.contains("cdi") || text.contains("duree indeterminee") || text.contains("full_time")) {
            found.add(ContractType.PERMANENT);
        }
        if (text.contains("cdd") || text.contains("duree determinee") || text.contains("temporary")) {
            found.add(ContractType.FIXED_TERM);
        }
        if (text.contains("stage") || text.matches("(?s).*\\bintern\\b.*")) {
            found.add(ContractType.INTERNSHIP);
        }
        if (text.contains("apprenti") || text.contains("alternance")) {
            found.add(ContractType.APPRENTICESHIP);
        }
        if (text.contains("contractor") || text.contains("independant")) {
            found.add(ContractType.FREELANCE);
        }
        return List.copyOf(found);
    }

    static @Nullable Access access(@Nullable String... texts) {
        String text = folded(texts);
        if (text.contains("uniquement aux titulaires") || text.contains("reserve aux fonctionnaires")) {
            return Access.CIVIL_SERVANTS;
        }
        if (text.contains("uniquement aux contractuels")) {
            return Access.CONTRACT_STAFF;
        }
        return text.contains("titulaire") && text.contains("contractuel") ? Access.BOTH : null;
    }

    static @Nullable Category category(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = Words.fold(written);
        if (text.contains("a+") || text.contains("encadrement superieur")) {
            return Category.A_PLUS;
        }
        Matcher letter = Pattern.compile("(?:categorie\\s+|^)([abc])(?!\\p{L})").matcher(text);
        return letter.find() ? Category.valueOf(letter.group(1).toUpperCase(java.util.Locale.ROOT)) : null;
    }

    static @Nullable Versant versant(@Nullable String written) {
        String text = folded(written);
        if (text.contains("territorial") || text.contains("fpt")) {
            return Versant.FPT;
        }
        if (text.contains("hospital") || text.contains("fph")) {
            return Versant.FPH;
        }
        return text.contains("etat") || text.contains("fpe") ? Versant.FPE : null;
    }

    static Seniority seniority(@Nullable String written) {
        String text = folded(written);
        if (text.contains("debutant") || text.contains("junior")) {
            return Seniority.JUNIOR;
        }
        if (text.contains("confirme") || text.contains("intermediaire")) {
            return Seniority.CONFIRMED;
        }
        return text.contains("expert") || text.contains("senior") ? Seniority.SENIOR : Seniority.ANY;
    }

    /** By the trade, else by the title. */
    static Labelled family(@Nullable String trade, String title) {
        if (trade != null) {
            Labelled named = Vocabularies.JOB_FAMILIES.named(
                    trade.replaceAll("\\(.*?\\)", "").strip());
            if (Vocabularies.JOB_FAMILIES.find(named.code()).isPresent()) {
                return named;
            }
        }
        String text = folded(trade, title);
        return FAMILIES.entrySet().stream()
                .filter(each -> each.getKey().matcher(text).find())
                .findFirst()
                .map(each -> Vocabularies.JOB_FAMILIES.named(each.getValue()))
                .orElseGet(() -> Vocabularies.JOB_FAMILIES.named("autre"));
    }

    private static Map<Pattern, String> families() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("protection des donnees|\\bdpo\\b", "dpo");
        written.put("data scientist|science des donnees|intelligence artificielle", "data-scientist");
        written.put("data analyst|analyste de donnees|statisticien|charge.{0,6} d.etudes statistiques", "data-analyst");
        written.put("data engineer|ingenieur.{0,12} (de |des )?donnees|big data", "data-engineer");
        written.put("architecte.{0,12} donnees", "architecte-donnees");
        written.put("administrat.{0,12} (de |des )?donnees|chief data|datalab", "responsable-donnees");
        written.put("geomatic|cartograph|\\bsig\\b|sigiste", "geomaticien");
        written.put("product owner|product manager|chef.{0,8} de produit", "product");
        written.put("\\bux\\b|\\bui\\b|designer", "ux-ui-design");
        written.put("developpeu|devops|tech lead|full.?stack", "developpement");
        written.put(
                "systemes et reseaux|securite des systemes|\\brssi\\b|cybersecurite|infrastructure",
                "infrastructure-si");
        Map<Pattern, String> read = new LinkedHashMap<>();
        written.forEach((words, family) -> read.put(Pattern.compile(words), family));
        return read;
    }

    private static String folded(@Nullable String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text == null ? "" : Words.fold(text)).append('\n');
        }
        return all.toString();
    }
}
