package fr.agora.directory.works;

import fr.agora.directory.works.Work.Kind;
import fr.agora.platform.messaging.Fact;
import org.springframework.stereotype.Component;

/** Takes what other services tell of their works into the copies; the highest revision stays. */
@Component
public class WorksHearing {

    private final Works works;
    private final Credits credits;

    WorksHearing(Works works, Credits credits) {
        this.works = works;
        this.credits = credits;
    }

    /** Facts of other kinds are left alone. */
    public void hear(Fact fact) {
        switch (fact.type().value()) {
            case "agora.projects.use-case-published.v1" -> {
                published(fact, Kind.USE_CASE);
                credits.useCaseHeard(fact.subject());
            }
            case "agora.projects.use-case-withdrawn.v1" -> withdrawn(fact, Kind.USE_CASE);
            case "agora.projects.block-published.v1" -> published(fact, Kind.BLOCK);
            case "agora.projects.block-withdrawn.v1" -> withdrawn(fact, Kind.BLOCK);
            case "agora.jobs.offer-published.v1" -> published(fact, Kind.OFFER);
            case "agora.jobs.offer-withdrawn.v1" -> withdrawn(fact, Kind.OFFER);
            case "agora.projects.credit-published.v1" ->
                credits.published(fact.as(Credit.Told.class).credit(), fact.revision());
            case "agora.projects.credit-withdrawn.v1" -> credits.withdrawn(fact.subject(), fact.revision());
            default -> {}
        }
    }

    private void published(Fact fact, Kind kind) {
        works.published(fact.as(ToldWork.class).work(kind), fact.revision());
    }

    private void withdrawn(Fact fact, Kind kind) {
        works.withdrawn(kind, fact.subject(), fact.revision());
    }
}
