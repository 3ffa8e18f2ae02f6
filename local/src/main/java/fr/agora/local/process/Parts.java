package fr.agora.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the programs the build of {@code local} unpacked, from wherever a test or the launcher runs. */
public final class Parts {
    /** The system property that names their folder. */
    public static final String PROPERTY = "agora.parts";

    private Parts() {}

    /** @throws PartFailed when the part is not there */
    public static Path find(String folder) {
        String configured = System.getProperty(PROPERTY);
        Stream<Path> candidates = configured != null
                ? Stream.of(Path.of(configured))
                : Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                        .map(above -> above.resolve("local/target/parts"));
        return candidates
                .map(parts -> parts.resolve(folder))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new PartFailed("The part " + folder
                        + " is not unpacked: run mvn -f local/pom.xml generate-resources, or set " + PROPERTY + "."));
    }
}
