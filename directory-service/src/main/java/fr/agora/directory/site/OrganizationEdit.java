package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.ui.Choice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of an organisation and its closed lists. */
public record OrganizationEdit(@Nullable Organization known, List<OrganizationKind> kinds, List<Choice> territories) {

    static OrganizationEdit of(@Nullable Organization known, Vocabularies vocabularies) {
        return new OrganizationEdit(
                known,
                Arrays.asList(OrganizationKind.values()),
                vocabularies.territories().all().stream()
                        .map(entry -> Choice.of(entry.code(), entry.label()))
                        .toList());
    }
}
