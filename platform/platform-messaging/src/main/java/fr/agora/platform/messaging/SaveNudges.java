package fr.agora.platform.messaging;

import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;

/** Tells the relay of each document saved with something in its outbox. */
final class SaveNudges extends AbstractMongoEventListener<OutboxDocument> {

    private final OutboxRelay relay;

    SaveNudges(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<OutboxDocument> event) {
        var stored = event.getDocument();
        var collection = event.getCollectionName();
        if (stored == null || collection == null || event.getSource().outbox().isEmpty()) {
            return;
        }
        var id = stored.get("_id");
        if (id != null) {
            relay.nudge(collection, id);
        }
    }
}
