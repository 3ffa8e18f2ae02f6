package fr.agora.platform.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Copies of other services' things, of which only the highest revision is kept. */
public final class Revisions {

    private final MongoDatabaseFactory databases;

    Revisions(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /**
     * Stores the state under its id unless the copy already holds this revision or a newer one; a tombstone is a state
     * like another, so that a late fact cannot resurrect what it buried.
     *
     * @param state the fields to keep; {@code _id} and {@code revision} are set here
     * @return whether the copy changed
     */
    public boolean keepHighest(String collection, String id, long revision, Document state) {
        var copy = new Document(state).append("_id", id).append("revision", revision);
        try {
            var result = databases
                    .getMongoDatabase()
                    .getCollection(collection)
                    .replaceOne(
                            Filters.and(Filters.eq("_id", id), Filters.lt("revision", revision)),
                            copy,
                            new ReplaceOptions().upsert(true));
            return result.getModifiedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            // nothing older was there to replace and the id is taken: the copy is already at least as new
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** What became of a fact told to a copy. */
    public enum Kept {
        /** It is about a revision not known before: the moment to react, once. */
        NEWER,
        /** The revision is known, and now as a later version of the fact tells it: nothing happened. */
        TOLD_BETTER,
        /** The copy knows as much or more. */
        OUTDONE
    }

    /**
     * The same while an owner tells each revision as two versions of a fact: the highest revision is kept, and of it the
     * highest version, whichever comes first. A copy that says no version was told before there were two.
     *
     * @param fact gives the id, the revision and the version
     */
    public Kept keepHighest(String collection, Fact fact, Document state) {
        var version = fact.type().version();
        var told = new Document(state).append("version", version);
        if (keepHighest(collection, fact.subject(), fact.revision(), told)) {
            return Kept.NEWER;
        }
        var copy = told.append("_id", fact.subject()).append("revision", fact.revision());
        var better = databases
                .getMongoDatabase()
                .getCollection(collection)
                .replaceOne(
                        Filters.and(
                                Filters.eq("_id", fact.subject()),
                                Filters.eq("revision", fact.revision()),
                                // written out: a comparison leaves out what lacks the field
                                Filters.or(Filters.exists("version", false), Filters.lt("version", version))),
                        copy);
        return better.getModifiedCount() > 0 ? Kept.TOLD_BETTER : Kept.OUTDONE;
    }
}
