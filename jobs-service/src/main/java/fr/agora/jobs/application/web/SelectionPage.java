package fr.agora.jobs.application.web;

import fr.agora.jobs.offer.web.OfferCard;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The applications for an offer, as its recruiter sees them.
 *
 * @param filters the stage that is chosen
 * @param recommended people who agreed to be named as recommended
 */
public record SelectionPage(
        OfferCard offer,
        List<ApplicationPage> applications,
        Form filters,
        boolean filtered,
        List<Choice> stages,
        List<Recommended> recommended,
        @Nullable String next,
        @Nullable String first) {

    /** Somebody who is recommended and agreed to it. */
    public record Recommended(
            String name, String by, @Nullable String note) {}
}
