package fr.agora.directory.cohort;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The promotions there have been, read once at start. */
@Component
public class Cohorts {

    private final Vocabulary cohorts = Vocabulary.read("cohorts.csv");

    public Optional<Labelled> find(String code) {
        return cohorts.find(code);
    }

    public List<Labelled> all() {
        return cohorts.all();
    }
}
