package fr.agora.platform.messaging;

import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** A document as the relay sees it: an id and an outbox, nothing of its state. */
record WaitingDocument(String collection, Object id, List<WaitingEntry> entries) {

    static WaitingDocument of(String collection, Document document) {
        return new WaitingDocument(
                collection,
                Objects.requireNonNull(document.get("_id")),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(WaitingEntry::of)
                        .toList());
    }

    List<WaitingEntry> publishable() {
        return entries.stream().filter(entry -> !entry.isParked()).toList();
    }

    Key key() {
        return new Key(collection, id);
    }

    /** Identity of a document among all collections. */
    record Key(String collection, Object id) {}
}
