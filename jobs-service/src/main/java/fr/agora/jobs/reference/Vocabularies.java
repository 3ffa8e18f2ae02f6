package fr.agora.jobs.reference;

import fr.agora.platform.text.Vocabulary;

/** The words offers are described with, read once. */
public final class Vocabularies {

    public static final Vocabulary SKILLS = Vocabulary.read("skills.csv");
    public static final Vocabulary JOB_FAMILIES = Vocabulary.read("job-families.csv");
    /** Trades of France Travail's directory: those of data and digital posts. */
    public static final Vocabulary ROME = Vocabulary.read("rome.csv");

    public static final Vocabulary THEMES = Vocabulary.read("themes.csv");

    private Vocabularies() {}
}
