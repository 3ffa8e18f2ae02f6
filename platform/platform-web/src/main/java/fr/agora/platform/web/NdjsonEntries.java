package fr.agora.platform.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line. */
public final class NdjsonEntries implements ImportEntries {

    static final int MAX_LINE = 1024 * 1024;

    private final InputStream body;
    private final JsonMapper json;
    private long number;

    public NdjsonEntries(InputStream body, JsonMapper json) {
        this.body = new BufferedInputStream(body, 64 * 1024);
        this.json = json;
    }

    @Override
    public @Nullable ImportEntry next() throws IOException {
        Line line;
        do {
            line = nextLine();
            number++;
        } while (line != null && line.isBlank());
        return line == null ? null : entry(line);
    }

    private ImportEntry entry(Line line) {
        if (line.tooLong()) {
            return refused("import.line-too-long", MAX_LINE);
        }
        try {
            return json.readTree(line.bytes()) instanceof ObjectNode object
                    ? new ImportEntry.Read(number, object)
                    : refused("import.not-an-object");
        } catch (JacksonException malformed) {
            return refused("import.malformed");
        }
    }

    private ImportEntry refused(String message, Object... arguments) {
        return new ImportEntry.Unreadable(number, FieldProblem.of("line", message, arguments));
    }

    /** Null at the end of the body. A line over the bound is read to its end and dropped, never held. */
    private @Nullable Line nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        int value = body.read();
        if (value < 0) {
            return null;
        }
        for (; value >= 0 && value != '\n'; value = body.read()) {
            if (bytes.size() >= MAX_LINE) {
                tooLong = true;
            } else {
                bytes.write(value);
            }
        }
        return new Line(withoutMark(bytes.toByteArray()), tooLong);
    }

    /** Editors like to put a byte order mark at the start of a file. */
    private byte[] withoutMark(byte[] bytes) {
        boolean marked = number == 0
                && bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private record Line(byte[] bytes, boolean tooLong) {
        boolean isBlank() {
            for (byte each : bytes) {
                if (!Character.isWhitespace(each)) {
                    return false;
                }
            }
            return !tooLong;
        }
    }
}
