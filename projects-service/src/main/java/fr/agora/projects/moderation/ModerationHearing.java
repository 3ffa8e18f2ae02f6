package fr.agora.projects.moderation;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.moderation.ModerationFacts;
import fr.agora.projects.copies.DirectoryNews;
import org.springframework.stereotype.Component;

/** Hears what the queue decided. */
@Component
class ModerationHearing implements DirectoryNews {

    private final ModerationFacts facts;

    ModerationHearing(ModerationFacts facts) {
        this.facts = facts;
    }

    @Override
    public void heard(Fact fact) {
        facts.hear(fact);
    }
}
