package fr.agora.jobs.offer;

/** Where an offer stands in its life. */
public enum OfferStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
