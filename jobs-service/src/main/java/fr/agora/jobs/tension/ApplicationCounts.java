package fr.agora.jobs.tension;

import java.util.Collection;
import java.util.Map;

/** Counts the applications that offers have received; a part of the service that has none declares no bean. */
@FunctionalInterface
public interface ApplicationCounts {

    /** By the offer's id; an offer without any may be left out. */
    Map<String, Long> of(Collection<String> offers);
}
