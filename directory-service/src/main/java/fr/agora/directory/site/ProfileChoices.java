package fr.agora.directory.site;

import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Choice;
import java.util.List;

/** The closed lists of the profile form. */
public record ProfileChoices(List<Choice> territories, List<Choice> communities) {

    static ProfileChoices of(Vocabularies vocabularies) {
        return new ProfileChoices(
                choices(vocabularies.territories().all()),
                choices(vocabularies.communities().all()));
    }

    private static List<Choice> choices(List<Labelled> entries) {
        return entries.stream()
                .map(entry -> Choice.of(entry.code(), entry.label()))
                .toList();
    }
}
