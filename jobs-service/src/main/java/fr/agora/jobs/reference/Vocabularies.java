package fr.agora.jobs.reference;

import fr.agora.platform.text.Vocabulary;

/** The words offers are described with, read once. */
public final class Vocabularies {

    public static final Vocabulary SKILLS = Vocabulary.read("skills.csv");
    public static final Vocabulary JOB_FAMILIES = Vocabulary.read("job-families.csv");
    public static final Vocabulary THEMES = Vocabulary.read("themes.csv");

    private Vocabularies() {}
}
