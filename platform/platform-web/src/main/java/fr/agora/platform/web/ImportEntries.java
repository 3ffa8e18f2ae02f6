package fr.agora.platform.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of an import file, read one at a time. */
@FunctionalInterface
public interface ImportEntries {

    /**
     * Reads on.
     *
     * @return null at the end of the file
     * @throws ProblemException when the file cannot be read any further
     */
    @Nullable
    ImportEntry next() throws IOException;
}
