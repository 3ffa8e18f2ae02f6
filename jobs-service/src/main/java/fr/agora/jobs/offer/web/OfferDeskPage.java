package fr.agora.jobs.offer.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One's own offers.
 *
 * @param actions what else there is to do with them, by their id
 * @param filters what is chosen now
 * @param today the first day an offer may be extended to, ISO
 */
public record OfferDeskPage(
        List<OfferCard> offers,
        Map<String, List<OfferAction>> actions,
        Form filters,
        boolean filtered,
        List<Choice> statuses,
        String today,
        @Nullable String next,
        @Nullable String first) {}
