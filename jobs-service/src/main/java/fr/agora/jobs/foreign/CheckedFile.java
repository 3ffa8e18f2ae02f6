package fr.agora.jobs.foreign;

import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.SpooledFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A file that was sent, on disk, known to be one text in UTF-8 before anything of it is taken. */
final class CheckedFile implements AutoCloseable {

    private static final int MARK = '\uFEFF';

    private final SpooledFile spooled;

    private CheckedFile(SpooledFile spooled) {
        this.spooled = spooled;
    }

    /**
     * Takes a body in, gunzipped where it is gzipped.
     *
     * @param bound largest file in bytes, once unzipped
     */
    static CheckedFile of(InputStream sent, long bound) throws IOException {
        CheckedFile file = new CheckedFile(SpooledFile.of(sent, bound));
        try {
            file.check();
            return file;
        } catch (IOException | RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

    /** A mark elsewhere than at the start: two files were put end to end, and rows would be read under a wrong header. */
    private void check() throws IOException {
        long line = 1;
        boolean blank = true;
        try (Reader text = text()) {
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == MARK) {
                    throw new ProblemException(ForeignProblem.IMPORT_STRAY_MARK, line);
                }
                if (c == '\n') {
                    line++;
                }
                blank &= Character.isWhitespace(c);
            }
        }
        if (blank) {
            throw new ProblemException(ForeignProblem.IMPORT_EMPTY);
        }
    }

    /** From the start, without the byte order mark that may stand there. */
    Reader text() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(spooled.open(), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    String head() throws IOException {
        return spooled.head();
    }

    long size() throws IOException {
        return spooled.size();
    }

    /** The whole of it, for formats that are understood in one piece; the caller bounds the size. */
    String whole() throws IOException {
        try (InputStream bytes = spooled.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        }
    }

    @Override
    public void close() throws IOException {
        spooled.close();
    }
}
