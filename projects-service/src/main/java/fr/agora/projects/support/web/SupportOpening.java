package fr.agora.projects.support.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.projects.support.SupportNeed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that opens a file.
 *
 * @param suggesting whether Etalab suggests to an administration of its choice
 * @param own name of the asker's administration; absent for an account without one
 */
public record SupportOpening(
        boolean suggesting,
        List<Choice> organizations,
        @Nullable String own) {

    public List<Choice> needs(Page page) {
        return Arrays.stream(SupportNeed.values())
                .map(need -> Choice.of(need.name(), page.t("support.need." + need)))
                .toList();
    }
}
