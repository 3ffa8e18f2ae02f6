package fr.agora.projects.reference;

import fr.agora.platform.text.Vocabulary;

/** The words use cases are described with, read once. */
public final class Vocabularies {

    public static final Vocabulary SKILLS = Vocabulary.read("skills.csv");
    public static final Vocabulary THEMES = Vocabulary.read("themes.csv");

    private Vocabularies() {}
}
