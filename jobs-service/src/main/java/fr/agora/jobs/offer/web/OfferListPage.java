package fr.agora.jobs.offer.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of published offers with its filters.
 *
 * @param filters what is chosen now
 * @param organization name of the one employer whose offers are listed
 * @param feed address of the same list as an Atom feed
 * @param next address of the page after
 * @param first address of the first page, where this is a later one
 */
public record OfferListPage(
        List<OfferCard> offers,
        Form filters,
        boolean filtered,
        List<Choice> remoteDays,
        List<Choice> families,
        List<Choice> territories,
        List<Choice> contracts,
        @Nullable String organization,
        String feed,
        @Nullable String next,
        @Nullable String first) {}
