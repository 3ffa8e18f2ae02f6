package fr.agora.projects.copies;

import fr.agora.platform.messaging.Fact;

/** Hears every fact of the directory, the ones it does not know included; bears repetition and any order. */
public interface DirectoryNews {

    void heard(Fact fact);
}
