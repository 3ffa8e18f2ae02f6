package fr.agora.jobs.application;

import java.io.IOException;

/** Looks for what should not be in a file. A deployment may declare its own as a bean. */
@FunctionalInterface
public interface CvScan {

    /**
     * Whether nothing harmful was found.
     *
     * @throws IOException when it could not be looked at: the file is then not taken
     */
    boolean isClean(byte[] file) throws IOException;
}
