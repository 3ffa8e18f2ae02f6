package fr.agora.platform.moderation;

import java.time.Instant;

/**
 * What was decided about an item of this service.
 *
 * @param caseId what it was decided in, of which there may be several for one item
 * @param revision later decisions of the same case have higher ones
 * @param hidden whether nobody but its author and moderators may see it from now on
 * @param motive as its author reads it
 */
public record ItemDecision(
        String caseId, long revision, String kind, String itemId, boolean hidden, String motive, Instant decidedAt) {}
