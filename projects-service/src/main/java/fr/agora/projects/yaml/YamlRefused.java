package fr.agora.projects.yaml;

/** A document that is no YAML we read; the message is a key of the problem texts. */
public final class YamlRefused extends RuntimeException {

    private final int line;

    YamlRefused(String key, int line) {
        super(key, null, false, false);
        this.line = line;
    }

    /** A key of the problem texts; its first argument is the line. */
    public String key() {
        return String.valueOf(getMessage());
    }

    /** Where reading stopped, from 1; 0 where that is not known. */
    public int line() {
        return line;
    }
}
