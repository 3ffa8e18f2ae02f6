package fr.agora.directory.site.contact;

import fr.agora.directory.contact.ContactAnswer;
import fr.agora.directory.contact.Step;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question « Qui est mon contact données ? » and, once asked, its answer.
 *
 * @param meant organisations somebody may have meant by what they typed
 * @param coverage whether the reader may see the coverage pages
 */
public record FinderPage(
        Form form, List<Choice> topics, @Nullable ContactAnswer answer, List<Organization> meant, boolean coverage) {

    /** The steps everybody is told about. */
    public List<Step> steps() {
        return Arrays.asList(Step.OWN, Step.ANCESTOR, Step.TERRITORY, Step.REGION, Step.MINISTRY, Step.STATE);
    }
}
