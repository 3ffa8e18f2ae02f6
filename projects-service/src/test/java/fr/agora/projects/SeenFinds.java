package fr.agora.projects;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Remembers every query of the service, to hold it against the declared indexes. */
public final class SeenFinds implements CommandListener {

    private final List<Find> finds = new CopyOnWriteArrayList<>();

    /**
     * One query.
     *
     * @param filter as asked; the order of the answer, as a filter, where everything is asked for
     */
    record Find(String collection, BsonDocument filter) {}

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        switch (event.getCommandName()) {
            case "find" -> {
                BsonDocument filter = command.getDocument("filter", new BsonDocument());
                BsonDocument order = command.getDocument("sort", new BsonDocument());
                seen(command.getString("find").getValue(), filter.isEmpty() ? order : filter);
            }
            case "aggregate" -> {
                BsonDocument first = command.getArray("pipeline").getFirst().asDocument();
                seen(command.getString("aggregate").getValue(), first.getDocument("$match", new BsonDocument()));
            }
            default -> {
                // nothing is looked for
            }
        }
    }

    private void seen(String collection, BsonDocument filter) {
        finds.add(new Find(collection, filter.clone()));
    }

    void forget() {
        finds.clear();
    }

    List<Find> all() {
        return List.copyOf(finds);
    }

    List<BsonDocument> filters(String collection) {
        return finds.stream()
                .filter(find -> find.collection().equals(collection))
                .map(Find::filter)
                .toList();
    }
}
