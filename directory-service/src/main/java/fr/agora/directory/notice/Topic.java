package fr.agora.directory.notice;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What notices are about, as people choose how often they hear of it. */
public enum Topic {
    MESSAGES("messages", Rhythm.AT_ONCE, true),
    MANDATES("mandats", Rhythm.AT_ONCE, false),
    PROJECTS("projets", Rhythm.AT_ONCE, true),
    JOBS("emplois", Rhythm.AT_ONCE, true),
    ALERTS("alertes", Rhythm.DAILY, true),
    ACCOUNT("compte", Rhythm.AT_ONCE, false);

    /** How soon a notice is mailed; the inbox has it at once in any case. */
    public enum Rhythm {
        AT_ONCE,
        DAILY,
        WEEKLY,
        NEVER
    }

    private final String path;
    private final Rhythm usual;
    private final boolean optional;

    Topic(String path, Rhythm usual, boolean optional) {
        this.path = path;
        this.usual = usual;
        this.optional = optional;
    }

    /** In addresses, in French. */
    public String path() {
        return path;
    }

    /** For those who chose nothing. */
    public Rhythm usual() {
        return usual;
    }

    /** Whether one may choose: what an office or an account obliges to know is mailed at once. */
    public boolean isOptional() {
        return optional;
    }

    static Optional<Topic> at(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }

    /** Of a fact another service told; null for one that asks for no notices. */
    static @Nullable Topic ofService(String owner) {
        return switch (owner) {
            case "projects" -> PROJECTS;
            case "jobs" -> JOBS;
            case "search" -> ALERTS;
            default -> null;
        };
    }

    /** Of the directory's own kinds, such as {@code MANDATE_ENDING}. */
    static Topic ofKind(String kind) {
        if (kind.startsWith("MESSAGE")) {
            return MESSAGES;
        }
        return kind.startsWith("PROFILE") || kind.startsWith("ACCOUNT") || kind.startsWith("DATA") ? ACCOUNT : MANDATES;
    }
}
