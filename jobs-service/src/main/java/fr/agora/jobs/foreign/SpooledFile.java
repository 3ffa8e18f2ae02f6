package fr.agora.jobs.foreign;

import fr.agora.platform.web.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that was sent, on disk: it is checked from end to end before anything of it is taken. */
final class SpooledFile implements AutoCloseable {

    private static final int MARK = '\uFEFF';

    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    /** Refuses what is not UTF-8, and byte order marks elsewhere than at the start, by their line. */
    static SpooledFile of(InputStream sent) throws IOException {
        SpooledFile file = new SpooledFile(Files.createTempFile("offers", ".import"));
        try {
            Files.copy(sent, file.path, StandardCopyOption.REPLACE_EXISTING);
            file.check();
            return file;
        } catch (IOException | RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

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
        } catch (CharacterCodingException latin) {
            throw new ProblemException(ForeignProblem.IMPORT_NOT_UTF8, line);
        }
        if (blank) {
            throw new ProblemException(ForeignProblem.IMPORT_EMPTY);
        }
    }

    /** From the start, without the byte order mark that may stand there. */
    Reader text() throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    String start(int most) throws IOException {
        try (Reader text = text()) {
            char[] first = new char[most];
            int read = text.read(first);
            return read < 0 ? "" : new String(first, 0, read);
        }
    }

    long size() throws IOException {
        return Files.size(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
