package fr.agora.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Puts {@link MainUntilOrphaned} where a foreign JVM can load it, without our other classes. */
public final class ForeignMain {
    public static final String NAME = MainUntilOrphaned.class.getName();

    private ForeignMain() {}

    /** Writes the two classes below the directory and returns what to add to the class path. */
    public static Path write(Path directory) throws IOException {
        for (Class<?> type : List.of(MainUntilOrphaned.class, Orphans.class)) {
            String name = type.getName().replace('.', '/') + ".class";
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                if (bytes == null) {
                    throw new IOException("The class file of " + type.getName() + " is not found");
                }
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return directory;
    }
}
