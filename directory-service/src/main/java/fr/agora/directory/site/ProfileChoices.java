package fr.agora.directory.site;

import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.cohort.ProfileType;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import java.util.Arrays;
import java.util.List;

/** The closed lists of the profile form. */
public record ProfileChoices(
        List<Choice> territories,
        List<Choice> communities,
        List<Choice> cohorts,
        List<Choice> profiles,
        List<Choice> readers) {

    static ProfileChoices of(Vocabularies vocabularies, Cohorts cohorts, Page page) {
        return new ProfileChoices(
                choices(vocabularies.territories().all()),
                choices(vocabularies.communities().all()),
                choices(cohorts.all()),
                Arrays.stream(ProfileType.values())
                        .map(type -> Choice.of(type.name(), page.t("profile-type." + type)))
                        .toList(),
                Arrays.stream(Visibility.values())
                        .map(seen -> Choice.of(seen.name(), page.t("visibility." + seen)))
                        .toList()
                        .reversed());
    }

    private static List<Choice> choices(List<Labelled> entries) {
        return entries.stream()
                .map(entry -> Choice.of(entry.code(), entry.label()))
                .toList();
    }
}
