package fr.agora.projects.reuse;

import fr.agora.projects.usecase.Recognition;
import fr.agora.projects.usecase.RecognitionSource;
import org.springframework.stereotype.Component;

/** How many confirmed reuses a use case has: counted each time, never added up. */
@Component
class ReuseCounting implements RecognitionSource {

    private final Reuses reuses;

    ReuseCounting(Reuses reuses) {
        this.reuses = reuses;
    }

    @Override
    public Recognition complete(String useCaseId, Recognition others) {
        return others.withReuses(Math.toIntExact(reuses.countConfirmed(useCaseId)));
    }
}
