package fr.agora.projects.award.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The awards of one edition.
 *
 * @param edition name of the one shown; absent while there is none
 * @param filters what is chosen now
 */
public record TrophyPage(
        @Nullable String edition,
        @Nullable String heldOn,
        List<Group> groups,
        Form filters,
        List<Choice> editions,
        List<Choice> categories,
        List<Choice> ranks,
        boolean mayOpen) {

    /** What ran in one category, laureates first. */
    public record Group(String category, List<Entry> entries) {}

    /** One use case and the people credited. */
    public record Entry(
            String title, String url, String pitch, boolean laureate, String rank, List<PersonLink> people) {}
}
