package fr.agora.platform.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;

/** A consumer that reads the second version of a fact and falls back on the first, and reacts to each revision once. */
class Catalogue implements FactHandler {

    static final String COLLECTION = "catalogue";

    private final Revisions copies;
    private final List<String> reactions = new CopyOnWriteArrayList<>();

    Catalogue(Revisions copies) {
        this.copies = copies;
    }

    @Override
    public void handle(List<Fact> facts) {
        for (var fact : facts) {
            if (fact.is(Book.PUBLISHED_2)) {
                var title = fact.as(Book.ViewInTwoLanguages.class).title();
                keep(fact, new Document("fr", title.fr()).append("en", title.en()));
            } else if (fact.is(Book.PUBLISHED)) {
                keep(fact, new Document("fr", fact.as(Book.View.class).title()));
            }
        }
    }

    private void keep(Fact fact, Document state) {
        if (copies.keepHighest(COLLECTION, fact, state) == Revisions.Kept.NEWER) {
            reactions.add(fact.subject() + " " + fact.revision());
        }
    }

    List<String> reactionsTo(String subject) {
        return reactions.stream().filter(each -> each.startsWith(subject + " ")).toList();
    }
}
