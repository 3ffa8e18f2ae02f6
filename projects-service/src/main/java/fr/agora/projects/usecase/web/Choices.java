package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.reference.Territories;
import fr.agora.projects.reference.Vocabularies;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.Verdict;
import fr.agora.projects.usecase.Visibility;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the selects of the use cases' pages propose, in the page's language. */
final class Choices {

    private Choices() {}

    static List<Choice> phases(Page page) {
        return Arrays.stream(Phase.values())
                .map(phase -> Choice.of(phase.name(), page.t("phase." + phase)))
                .toList();
    }

    static List<Choice> verdicts(Page page) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> Choice.of(verdict.name(), page.t("verdict." + verdict)))
                .toList();
    }

    /** @param open the phases that may be chosen */
    static List<Choice> phases(Page page, Set<Phase> open) {
        return phases(page).stream()
                .filter(choice -> open.contains(Phase.valueOf(choice.value())))
                .toList();
    }

    /** @param own words of the use case that no vocabulary holds */
    static List<Choice> themes(List<Labelled> own, Page page) {
        return withOwn(own, Vocabularies.THEMES, page);
    }

    static List<Choice> themes(Page page) {
        return themes(List.of(), page);
    }

    /** The names of the themes are French; a page in another language may have its own. */
    static String theme(Labelled theme, Page page) {
        String key = "theme." + theme.code();
        return page.hasText(key) ? page.t(key) : theme.label();
    }

    static List<Choice> territories(List<Labelled> own, Page page) {
        Map<String, Choice> all = new LinkedHashMap<>();
        own.forEach(place -> all.put(place.code(), Choice.of(place.code(), place(place, page))));
        Territories.all().forEach(place -> all.putIfAbsent(place.code(), Choice.of(place.code(), place(place, page))));
        return List.copyOf(all.values());
    }

    /** Paris the commune is not Paris the department. */
    static String place(Labelled place, Page page) {
        String kind = place.code().substring(0, 3);
        return page.t("territory." + kind, place.label(), place.code().substring(4));
    }

    static List<Choice> organizations(List<Organization> known, Map<String, String> own) {
        Map<String, Choice> all = new LinkedHashMap<>();
        own.forEach((id, name) -> all.put(id, Choice.of(id, name)));
        known.forEach(each -> all.put(each.id(), Choice.of(each.id(), name(each))));
        return List.copyOf(all.values());
    }

    static List<Choice> kinds(Page page) {
        return Arrays.stream(BlockKind.values())
                .map(kind -> Choice.of(kind.name(), page.t("block.kind." + kind)))
                .toList();
    }

    static List<Choice> accesses(Page page) {
        // the first is what an author who does not choose gets
        return Stream.of(BlockAccess.ON_REQUEST, BlockAccess.OPEN, BlockAccess.INTERNAL)
                .map(access -> Choice.of(access.name(), page.t("block.access." + access)))
                .toList();
    }

    static List<Choice> visibilities(Page page) {
        return List.of(Visibility.PUBLIC, Visibility.AGENTS).stream()
                .map(each ->
                        new Choice(each.name(), page.t("visibility." + each), page.t("visibility." + each + ".hint")))
                .toList();
    }

    private static List<Choice> withOwn(List<Labelled> own, Vocabulary vocabulary, Page page) {
        Map<String, Choice> all = new LinkedHashMap<>();
        vocabulary.all().forEach(word -> all.put(word.code(), Choice.of(word.code(), theme(word, page))));
        own.forEach(word -> all.putIfAbsent(word.code(), Choice.of(word.code(), word.label())));
        return all.values().stream().sorted(Comparator.comparing(Choice::label)).toList();
    }

    static String name(Organization each) {
        return each.acronym() == null ? each.name() : each.name() + " (" + each.acronym() + ")";
    }
}
