package fr.agora.projects;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;

/** Remembers every query of the use cases, to hold it against the declared indexes. */
public final class SeenFinds implements CommandListener {

    private final List<BsonDocument> filters = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("find")
                && command.getString("find").getValue().equals("use_cases")) {
            filters.add(command.getDocument("filter", new BsonDocument()).clone());
        }
    }

    void forget() {
        filters.clear();
    }

    List<BsonDocument> filters() {
        return List.copyOf(filters);
    }
}
