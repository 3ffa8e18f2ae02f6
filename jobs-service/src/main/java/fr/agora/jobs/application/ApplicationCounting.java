package fr.agora.jobs.application;

import fr.agora.jobs.tension.ApplicationCounts;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the tension board how many apply; withdrawn applications do not count. */
@Component
class ApplicationCounting implements ApplicationCounts {

    private final Applications applications;

    ApplicationCounting(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Map<String, Long> of(Collection<String> offers) {
        return applications.counted(offers);
    }
}
