package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Where a button leads once it has done its work. */
final class Returning {

    private Returning() {}

    /**
     * Back to where the button was, or to the offer.
     *
     * @param from {@code desk} or {@code review}; anything else means the offer's own page
     * @param done what to say there
     */
    static String to(Offer offer, @Nullable String from, CurrentUser user, String done) {
        if ("desk".equals(from)) {
            return "redirect:/offres/mes-offres?fait=" + done;
        }
        if ("review".equals(from)) {
            return "redirect:/offres/relecture?fait=" + done;
        }
        // a moderator no longer sees what they have just withdrawn
        boolean stays = offer.mayBeEditedBy(user) || offer.isPublished() || offer.awaitsModerator();
        return "redirect:" + (stays ? offer.url() : "/offres") + "?fait=" + done;
    }
}
