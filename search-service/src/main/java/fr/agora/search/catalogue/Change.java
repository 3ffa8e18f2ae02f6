package fr.agora.search.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a fact changes in the catalogue; the highest revision wins, whatever the order of arrival. */
public sealed interface Change {

    /** Fuller versions of a thing stand beside it under its id and this sign, which no id holds. */
    String SEPARATOR = "~";

    Kind kind();

    String id();

    /** Which of the versions of the thing: {@code ""} for the one most people find. */
    String version();

    long revision();

    /** What is kept of it. */
    Map<String, Object> document();

    /** Its name in the index, where two kinds may use the same id. */
    default String documentId() {
        var id = kind().code() + ":" + id();
        return version().isEmpty() ? id : id + SEPARATOR + version();
    }

    /** An entry as it is now. */
    record Publication(Entry entry, Audience audience, String version, long revision) implements Change {

        public Publication(Entry entry, Audience audience, long revision) {
            this(entry, audience, "", revision);
        }

        @Override
        public Kind kind() {
            return entry.kind();
        }

        @Override
        public String id() {
            return entry.id();
        }

        @Override
        public Map<String, Object> document() {
            var document = head(this);
            document.put("deleted", false);
            document.put("audience", audience.readers());
            document.put("served", audience.served());
            document.putAll(entry.fields());
            return document;
        }
    }

    /** An entry nobody may find any more; kept without its content, so that a late fact cannot resurrect it. */
    record Withdrawal(Kind kind, String id, String version, long revision) implements Change {

        public Withdrawal(Kind kind, String id, long revision) {
            this(kind, id, "", revision);
        }

        @Override
        public Map<String, Object> document() {
            var document = head(this);
            document.put("deleted", true);
            return document;
        }
    }

    private static Map<String, Object> head(Change change) {
        var document = new LinkedHashMap<String, Object>();
        document.put("kind", change.kind().code());
        document.put("id", change.id());
        document.put("key", change.kind().code() + "/" + change.id());
        document.put("version", change.version());
        document.put("revision", change.revision());
        return document;
    }
}
