package fr.agora.platform.web;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file somebody sent, on our disk: so that it can be read twice, once to see that it is whole and once to take it.
 */
public final class SpooledFile implements AutoCloseable {

    private static final int HEAD = 4096;

    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    /**
     * Takes a body in, gunzipped where it is gzipped.
     *
     * @param bound largest file in bytes, once unzipped: what a small body unfolds into is bounded too
     * @throws ProblemException {@code body-too-large}, or the file is no UTF-8 text
     */
    public static SpooledFile of(InputStream body, long bound) throws IOException {
        Path path = Files.createTempFile("import", ".part");
        try {
            spool(body, path, bound);
            return new SpooledFile(path);
        } catch (BodyTooLarge tooLarge) {
            Files.deleteIfExists(path);
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(path);
            throw refused;
        }
    }

    private static void spool(InputStream body, Path path, long bound) throws IOException {
        Utf8Check text = new Utf8Check();
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (InputStream plain = unzipped(body);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                size += read;
                if (size > bound) {
                    throw new BodyTooLarge(bound);
                }
                text.accept(buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException | java.io.EOFException cut) {
            throw ProblemException.invalidField("file", "import.gzip");
        }
        text.end();
    }

    private static InputStream unzipped(InputStream body) throws IOException {
        BufferedInputStream marked = new BufferedInputStream(body, 64 * 1024);
        marked.mark(2);
        boolean gzipped = marked.read() == 0x1f && marked.read() == 0x8b;
        marked.reset();
        return gzipped ? new GZIPInputStream(marked, 64 * 1024) : marked;
    }

    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    }

    /** Bytes, unzipped. */
    public long size() throws IOException {
        return Files.size(path);
    }

    /** Its first characters, without a byte order mark or blanks before them. */
    public String head() throws IOException {
        try (InputStream in = open()) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
