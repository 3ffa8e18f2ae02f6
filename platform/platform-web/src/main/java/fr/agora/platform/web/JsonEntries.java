package fr.agora.platform.web;

import java.io.InputStream;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The elements of a JSON array, or of the array one field of an object holds, one after the other: the array is never in
 * memory. Two passes: {@link #check} sees that the file is whole before anything of it is taken.
 */
public final class JsonEntries implements ImportEntries, AutoCloseable {

    private static final long LONGEST = 1024 * 1024;

    private final JsonParser parser;
    private final BitSet tooLong;
    private int element;

    private JsonEntries(JsonParser parser, BitSet tooLong) {
        this.parser = parser;
        this.tooLong = tooLong;
    }

    /**
     * Walks through the whole file.
     *
     * @param field of the object that holds the array; null for an array
     * @return which elements are too long to be held
     */
    public static BitSet check(InputStream bytes, @Nullable String field, JsonMapper json) {
        BitSet tooLong = new BitSet();
        try (JsonParser parser = json.createParser(bytes)) {
            toArray(parser, field);
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                long begins = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (parser.currentLocation().getByteOffset() - begins > LONGEST) {
                    tooLong.set(i);
                }
            }
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
        return tooLong;
    }

    /** The entries of a file that was checked. */
    public static JsonEntries of(InputStream bytes, @Nullable String field, BitSet tooLong, JsonMapper json) {
        JsonParser parser = json.createParser(bytes);
        toArray(parser, field);
        return new JsonEntries(parser, tooLong);
    }

    private static void toArray(JsonParser parser, @Nullable String field) {
        JsonToken token = parser.nextToken();
        if (field != null && token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME
                    && !parser.currentName().equals(field)) {
                parser.nextToken();
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (token != JsonToken.START_ARRAY) {
            throw ProblemException.invalidField("file", "import.no-array");
        }
    }

    @Override
    public @Nullable ImportEntry next() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return null;
        }
        long line = parser.currentTokenLocation().getLineNr();
        if (tooLong.get(element++)) {
            parser.skipChildren();
            return new ImportEntry.Unreadable(line, FieldProblem.of("line", "import.line-too-long", LONGEST));
        }
        return parser.readValueAsTree() instanceof ObjectNode object
                ? new ImportEntry.Read(line, object)
                : new ImportEntry.Unreadable(line, FieldProblem.of("line", "import.not-an-object"));
    }

    @Override
    public void close() {
        parser.close();
    }
}
