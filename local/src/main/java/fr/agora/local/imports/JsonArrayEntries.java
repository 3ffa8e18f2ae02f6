package fr.agora.local.imports;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The elements of one JSON array, parsed one after the other: the array is never in memory. */
final class JsonArrayEntries implements Entries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonParser parser;
    private final long firstLine;
    private boolean ended;

    JsonArrayEntries(FileText text) throws IOException {
        this.firstLine = text.line();
        this.parser = JSON.createParser(text.rest());
        parser.nextToken();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new MalformedFile(line(), "the array is cut short");
            }
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                return Optional.empty();
            }
            long line = line();
            JsonNode element = parser.readValueAsTree();
            return Optional.of(new Entry(line, JSON.writeValueAsString(element)));
        } catch (JacksonException malformed) {
            throw new MalformedFile(line(), "no JSON: " + malformed.getOriginalMessage());
        }
    }

    private long line() {
        return firstLine - 1 + parser.currentLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
