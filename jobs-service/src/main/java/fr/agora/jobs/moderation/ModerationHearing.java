package fr.agora.jobs.moderation;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.moderation.ModerationFacts;
import org.springframework.stereotype.Component;

/** Hears what the queue decided. */
@Component
class ModerationHearing implements DirectoryFacts {

    private final ModerationFacts facts;

    ModerationHearing(ModerationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void hear(Fact fact) {
        facts.hear(fact);
    }
}
