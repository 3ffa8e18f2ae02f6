package fr.agora.directory.site.mandate;

import fr.agora.platform.ui.Choice;
import java.util.List;

/**
 * The closed lists of the form, and names it proposes.
 *
 * @param people who may be meant at the organisation already named
 */
public record AppointPage(List<Choice> roles, List<Choice> territories, List<Choice> topics, List<String> people) {}
