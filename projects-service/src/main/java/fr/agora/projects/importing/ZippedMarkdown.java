package fr.agora.projects.importing;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.yaml.YamlRefused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown files of a zip, read as they come and never written to disk. What it unfolds into is bounded: one file, all
 * files, their number.
 */
final class ZippedMarkdown implements ImportEntries {

    static final int LARGEST_FILE = 1024 * 1024;
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final int MOST_FILES = 20_000;

    private final ZipInputStream zip;
    private long files;
    private long number;
    private long size;

    ZippedMarkdown(InputStream body) {
        this.zip = new ZipInputStream(body, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable ImportEntry next() throws IOException {
        try {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
                }
                if (!file.isDirectory() && file.getName().endsWith(".md")) {
                    return entry(name(file.getName()));
                }
                skipRest();
            }
            return null;
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw ProblemException.invalidField("file", "import.zip");
        }
    }

    private ImportEntry entry(String name) throws IOException {
        number++;
        byte[] bytes = zip.readNBytes(LARGEST_FILE + 1);
        count(bytes.length);
        if (bytes.length > LARGEST_FILE) {
            skipRest();
            return refused("import.line-too-long", LARGEST_FILE);
        }
        return read(number, new String(bytes, StandardCharsets.UTF_8), name);
    }

    /** Unfolded to be skipped, and counted like the rest: a bomb may lie in a file nobody wants. */
    private void skipRest() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            count(read);
        }
    }

    private void count(int read) {
        size += read;
        if (size > LARGEST) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
    }

    private ImportEntry refused(String message, Object... arguments) {
        return new ImportEntry.Unreadable(number, FieldProblem.of("line", message, arguments));
    }

    /** One file as an entry, whatever it holds. */
    static ImportEntry read(long number, String text, String name) {
        try {
            return new ImportEntry.Read(number, MarkdownLine.read(text, name));
        } catch (YamlRefused refused) {
            return new ImportEntry.Unreadable(number, FieldProblem.of("line", refused.key(), refused.line()));
        }
    }

    /** « content/_startups/haies.md » is « haies ». */
    private static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.length() - ".md".length());
    }
}
