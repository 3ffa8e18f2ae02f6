package fr.agora.local.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The characters of a file, gunzipped where it is gzipped, its byte order mark gone, every line break a {@code \n}, the
 * current line counted.
 */
final class FileText implements AutoCloseable {

    static final int END = -1;

    /** An entry longer than this is no entry: a file without line breaks, or not text at all. */
    static final int LONGEST_ENTRY = 1_000_000;

    private static final int NOTHING_READ = -2;

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private int position;
    private int length;
    private long line = 1;
    private int ahead = NOTHING_READ;

    private FileText(Reader reader) {
        this.reader = reader;
    }

    static FileText of(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        try {
            return of(bytes);
        } catch (IOException | RuntimeException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    static FileText of(InputStream bytes) throws IOException {
        InputStream marked = bytes.markSupported() ? bytes : new BufferedInputStream(bytes);
        marked.mark(2);
        boolean gzipped = marked.read() == 0x1f && marked.read() == 0x8b;
        marked.reset();
        InputStream plain = gzipped ? new GZIPInputStream(marked, 64 * 1024) : marked;
        FileText text = new FileText(new InputStreamReader(
                plain,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        if (text.peek() == '\uFEFF') {
            text.read();
        }
        return text;
    }

    static FileText of(String text) {
        return new FileText(new StringReader(text));
    }

    /** The next character that is not white space, left where it is. */
    int peekPastSpace() throws IOException {
        while (peek() != END && Character.isWhitespace(peek())) {
            read();
        }
        return peek();
    }

    int peek() throws IOException {
        if (ahead == NOTHING_READ) {
            ahead = next();
        }
        return ahead;
    }

    int read() throws IOException {
        int c = peek();
        ahead = NOTHING_READ;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int next() throws IOException {
        int c = raw();
        if (c != '\r') {
            return c;
        }
        // \r\n and the lone \r of old spreadsheets are both one line break
        int after = raw();
        if (after != '\n' && after != END) {
            position--;
        }
        return '\n';
    }

    private int raw() throws IOException {
        if (position == length) {
            fill();
        }
        return length == END ? END : buffer[position++];
    }

    private void fill() throws IOException {
        if (length == END) {
            return;
        }
        try {
            length = reader.read(buffer);
            position = length == END ? END : 0;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedFile(line, "near here the file is not UTF-8; save it as \"CSV UTF-8\" or convert it");
        }
    }

    /** The line of the next character, counted from 1. */
    long line() {
        return line;
    }

    void bound(CharSequence entry) throws MalformedFile {
        if (entry.length() > LONGEST_ENTRY) {
            throw new MalformedFile(line, "the entry is longer than " + LONGEST_ENTRY + " characters");
        }
    }

    /** The rest as a reader, for a parser that counts its own lines. */
    Reader rest() {
        return new Reader() {
            @Override
            public int read(char[] into, int offset, int count) throws IOException {
                int taken = 0;
                while (taken < count && peek() != END) {
                    into[offset + taken++] = (char) FileText.this.read();
                }
                return taken == 0 && count > 0 ? END : taken;
            }

            @Override
            public void close() throws IOException {
                FileText.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
