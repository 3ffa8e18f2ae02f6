package fr.agora.jobs.copies;

import fr.agora.platform.messaging.Fact;

/** A part of the service that keeps something the directory tells; facts it does not know leave it cold. */
@FunctionalInterface
public interface DirectoryFacts {

    void hear(Fact fact);
}
