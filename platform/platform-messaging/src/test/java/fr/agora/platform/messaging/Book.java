package fr.agora.platform.messaging;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An aggregate that only lives in these tests. */
@Document("books")
class Book extends OutboxDocument {

    static final FactType PUBLISHED = new FactType("agora.library.book-published.v1");
    static final FactType PUBLISHED_2 = new FactType("agora.library.book-published.v2");
    static final FactType WITHDRAWN = new FactType("agora.library.book-withdrawn.v1");

    @Id
    private final String id;

    private String title;
    private boolean withdrawn;

    Book(String id, String title) {
        this.id = id;
        this.title = title;
    }

    Book publish(Clock clock) {
        nextRevision();
        withdrawn = false;
        announce(PUBLISHED, id, new View(id, title), clock);
        return this;
    }

    /** As an owner tells it while some hear the first version and some the second. */
    Book publishInBothVersions(String english, Clock clock) {
        publish(clock);
        announce(PUBLISHED_2, id, new ViewInTwoLanguages(id, new Titles(title, english)), clock);
        return this;
    }

    /** As it is told once nobody hears the first version any more. */
    Book publishInTheSecondVersion(String english, Clock clock) {
        nextRevision();
        announce(PUBLISHED_2, id, new ViewInTwoLanguages(id, new Titles(title, english)), clock);
        return this;
    }

    Book retitle(String changed, Clock clock) {
        title = changed;
        return publish(clock);
    }

    Book withdraw(Clock clock) {
        nextRevision();
        withdrawn = true;
        announce(WITHDRAWN, id, new View(id, null), clock);
        return this;
    }

    OutboxEntry current(Clock clock) {
        return withdrawn
                ? currentFact(WITHDRAWN, id, new View(id, null), clock)
                : currentFact(PUBLISHED, id, new View(id, title), clock);
    }

    String id() {
        return id;
    }

    record View(String id, @Nullable String title) {}

    /** What the first version could not say: its title is a text, no longer an object beside it. */
    record ViewInTwoLanguages(String id, Titles title) {}

    record Titles(String fr, String en) {}
}
