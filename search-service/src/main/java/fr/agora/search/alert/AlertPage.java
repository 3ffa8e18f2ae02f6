package fr.agora.search.alert;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import java.util.Arrays;
import java.util.List;

/** A kept search as its owner sees it. */
public record AlertPage(String id, String name, String href, String rhythm, String since, String news) {

    static AlertPage of(SavedSearch search, Page page) {
        return new AlertPage(
                search.id(),
                search.name(),
                Address.of(search),
                search.rhythm().name(),
                page.t("alert.since", page.date(search.createdAt())),
                search.waiting() == 0 ? "" : page.count("alert.news", search.waiting()));
    }

    static List<Choice> rhythms(Page page) {
        return Arrays.stream(Rhythm.values())
                .map(rhythm -> Choice.of(rhythm.name(), page.t("rhythm." + rhythm.name())))
                .toList();
    }
}
