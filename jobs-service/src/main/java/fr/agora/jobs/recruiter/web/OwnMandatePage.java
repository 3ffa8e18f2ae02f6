package fr.agora.jobs.recruiter.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own mandates, and the form that asks for one.
 *
 * @param organization for which one would recruit; absent for an account of none
 * @param kinds what may still be asked for; empty: no form
 * @param byRole whether the account recruits already, by a role an administrator gave
 * @param member whether the account is a member's: others become one first
 * @param decides whether there may be requests of others to decide on
 * @param hr whether the tension board is open to the account
 */
public record OwnMandatePage(
        @Nullable String organization,
        List<MandateCard> mandates,
        Form form,
        List<Choice> kinds,
        boolean byRole,
        boolean member,
        boolean decides,
        boolean hr) {

    /** Whether something may be asked for here. */
    public boolean asks() {
        return member && organization != null && !kinds.isEmpty();
    }
}
