package fr.agora.directory.cohort;

/** What an alumnus brought to their challenge. */
public enum ProfileType {
    DATA_SCIENCE,
    DEVELOPMENT,
    DESIGN,
    LEGAL
}
