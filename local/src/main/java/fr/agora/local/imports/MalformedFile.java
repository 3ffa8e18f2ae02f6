package fr.agora.local.imports;

import java.io.IOException;

/** A file that cannot be read any further, with the line where reading stopped. */
public final class MalformedFile extends IOException {
    private static final long serialVersionUID = 1;

    private final long line;

    MalformedFile(long line, String reason) {
        super("Line " + line + ": " + reason);
        this.line = line;
    }

    /** The line where reading stopped, counted from 1. */
    public long line() {
        return line;
    }
}
