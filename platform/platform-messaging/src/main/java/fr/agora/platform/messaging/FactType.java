package fr.agora.platform.messaging;

import java.util.regex.Pattern;

/**
 * The name of a public fact, {@code agora.<owner>.<fact>.v<version>}, and where it travels.
 *
 * @param value the whole name, as written in the envelope and in the contract's descriptor
 */
public record FactType(String value) {

    private static final Pattern FORM = Pattern.compile("agora\\.([a-z]+)\\.([a-z][a-z0-9-]*)\\.v([1-9][0-9]*)");

    public FactType {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A fact type reads agora.<owner>.<fact>.v<version>: \"%s\"".formatted(value));
        }
    }

    public String owner() {
        return value.split("\\.")[1];
    }

    public String fact() {
        return value.split("\\.")[2];
    }

    public int version() {
        return Integer.parseInt(value.split("\\.")[3].substring(1));
    }

    boolean isAnotherVersionOf(FactType other) {
        return owner().equals(other.owner()) && fact().equals(other.fact()) && version() != other.version();
    }

    /** The owner's topic exchange. */
    public String exchange() {
        return exchangeOf(owner());
    }

    static String exchangeOf(String owner) {
        return owner + ".events";
    }

    /** What queues bind on to hear this fact. */
    public String routingKey() {
        return fact() + ".v" + version();
    }

    String schema() {
        return "urn:agora:schema:%s:%s:v%d".formatted(owner(), fact(), version());
    }

    String source() {
        return "urn:agora:" + owner();
    }

    @Override
    public String toString() {
        return value;
    }
}
