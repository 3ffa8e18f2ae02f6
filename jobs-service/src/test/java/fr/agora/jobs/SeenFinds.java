package fr.agora.jobs;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Remembers every query of a collection, to hold it against the declared indexes. */
public final class SeenFinds implements CommandListener {

    private record Seen(String collection, BsonDocument filter) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String name = event.getCommandName();
        if (name.equals("find")) {
            remember(command.getString("find").getValue(), command.getDocument("filter", new BsonDocument()));
        } else if (name.equals("aggregate")) {
            BsonDocument first = command.getArray("pipeline").getFirst().asDocument();
            BsonDocument match = first.getDocument("$match", new BsonDocument());
            // the outbox counts what waits by a timer of its own: no query of this service
            if (!match.containsKey("outbox")) {
                remember(command.getString("aggregate").getValue(), match);
            }
        }
    }

    private void remember(String collection, BsonDocument filter) {
        seen.add(new Seen(collection, filter.clone()));
    }

    void forget() {
        seen.clear();
    }

    List<BsonDocument> filters(String collection) {
        return seen.stream()
                .filter(each -> each.collection().equals(collection))
                .map(Seen::filter)
                .toList();
    }
}
