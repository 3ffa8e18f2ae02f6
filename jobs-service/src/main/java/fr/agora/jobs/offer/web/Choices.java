package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the selects and boxes of the offers' pages propose, in the page's language. */
final class Choices {

    private Choices() {}

    static List<Choice> families(Page page) {
        return Vocabularies.JOB_FAMILIES.all().stream()
                .map(term -> Choice.of(term.code(), family(term, page)))
                .toList();
    }

    static List<Choice> territories(Page page) {
        return Territories.all().stream()
                .map(place -> Choice.of(place.code(), name(place, page)))
                .toList();
    }

    static List<Choice> contractTypes(Page page) {
        return Arrays.stream(ContractType.values())
                .map(type -> Choice.of(type.name(), page.t("contract." + type)))
                .toList();
    }

    static List<Choice> seniorities(Page page) {
        return Arrays.stream(Seniority.values())
                .map(level -> Choice.of(level.name(), page.t("seniority." + level)))
                .toList();
    }

    static List<Choice> trades() {
        return Vocabularies.ROME.all().stream()
                .map(term -> Choice.of(term.code(), term.label() + " (" + term.code() + ")"))
                .toList();
    }

    /** The names of a closed list, each with the text of its own. */
    static List<Choice> of(Enum<?>[] all, String key, Page page) {
        return Arrays.stream(all)
                .map(each -> Choice.of(each.name(), page.t(key + "." + each.name())))
                .toList();
    }

    static List<Choice> atLeastRemoteDays(Page page) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(days -> Choice.of(Integer.toString(days), page.t("offers.remote-at-least." + days)))
                .toList();
    }

    /** The vocabulary speaks French; a page in another language may have its own words. */
    static String family(Labelled family, Page page) {
        String key = "family." + family.code();
        return page.hasText(key) ? page.t(key) : family.label();
    }

    /** Paris the commune is not Paris the department. */
    static String name(Labelled place, Page page) {
        String kind = place.code().substring(0, 3);
        return page.t("territory." + kind, place.label(), place.code().substring(4));
    }
}
