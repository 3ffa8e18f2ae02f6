package fr.agora.jobs.relay.web;

import fr.agora.jobs.offer.web.OfferCard;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as the person sees it.
 *
 * @param by who recommends
 * @param answerable whether it waits for the reader's answer
 * @param own whether the reader made it
 * @param accepted whether the reader accepted it
 * @param apply where the reader applies by it
 */
public record ReferralPage(
        String code,
        OfferCard offer,
        String by,
        @Nullable String note,
        boolean answerable,
        boolean own,
        boolean accepted,
        String apply) {}
