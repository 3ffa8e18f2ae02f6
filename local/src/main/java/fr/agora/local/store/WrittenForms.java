package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How documents that did not change since were last written or read: a page is written whole for one of its documents,
 * and the others need not be put into BSON again. Known by identity; of two that meet in one place the later stays.
 */
final class WrittenForms {
    private static final int PLACES = 1 << 9;

    private final AtomicReferenceArray<@Nullable Form> forms = new AtomicReferenceArray<>(PLACES);

    byte @Nullable [] of(Document document) {
        var form = forms.get(place(document));
        return form != null && form.document().refersTo(document) ? form.bytes() : null;
    }

    void keep(Document document, byte[] bytes) {
        forms.set(place(document), new Form(new WeakReference<>(document), bytes));
    }

    void forget(Document document) {
        if (of(document) != null) {
            forms.set(place(document), null);
        }
    }

    private static int place(Document document) {
        return System.identityHashCode(document) & (PLACES - 1);
    }

    private record Form(WeakReference<Document> document, byte[] bytes) {}
}
