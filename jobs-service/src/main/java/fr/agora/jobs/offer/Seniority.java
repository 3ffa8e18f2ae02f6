package fr.agora.jobs.offer;

/** How experienced the person should be. */
public enum Seniority {
    JUNIOR,
    CONFIRMED,
    SENIOR,
    ANY
}
