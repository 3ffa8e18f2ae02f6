package fr.agora.jobs;

import fr.agora.jobs.offer.ReviewRule;

/** A rule a test may change: without it offers are published at once. */
public final class SettableReview implements ReviewRule {

    private boolean required;

    void require(boolean review) {
        required = review;
    }

    @Override
    public boolean isRequired() {
        return required;
    }
}
