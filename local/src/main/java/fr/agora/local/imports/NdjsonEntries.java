package fr.agora.local.imports;

import java.io.IOException;
import java.util.Optional;

/** NDJSON passes as it is: a line that is no JSON is the service's to refuse, with all the others still taken. */
final class NdjsonEntries implements Entries {

    private final FileText text;

    NdjsonEntries(FileText text) {
        this.text = text;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (text.peek() != FileText.END) {
            long line = text.line();
            String json = readLine().strip();
            if (!json.isEmpty()) {
                return Optional.of(new Entry(line, json));
            }
        }
        return Optional.empty();
    }

    private String readLine() throws IOException {
        StringBuilder json = new StringBuilder();
        for (int c = text.read(); c != FileText.END && c != '\n'; c = text.read()) {
            json.append((char) c);
            text.bound(json);
        }
        return json.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
