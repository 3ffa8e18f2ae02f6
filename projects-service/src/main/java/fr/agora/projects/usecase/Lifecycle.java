package fr.agora.projects.usecase;

import java.util.EnumSet;
import java.util.Set;

/** Which step may follow which, once others know the use case; a draft may still be corrected freely. */
public final class Lifecycle {

    private Lifecycle() {}

    /** The steps that may come next, in the order of the enumeration. */
    public static Set<Phase> after(Phase phase) {
        return switch (phase) {
            case IDEA -> EnumSet.of(Phase.IN_PROGRESS, Phase.STOPPED);
            case IN_PROGRESS -> EnumSet.of(Phase.LIVE, Phase.TRANSFERRED, Phase.STOPPED);
            // what goes wrong in service goes back to work
            case LIVE -> EnumSet.of(Phase.IN_PROGRESS, Phase.REFERENCE, Phase.TRANSFERRED, Phase.STOPPED);
            case REFERENCE -> EnumSet.of(Phase.LIVE, Phase.TRANSFERRED, Phase.STOPPED);
            case TRANSFERRED -> EnumSet.of(Phase.LIVE, Phase.STOPPED);
            case STOPPED -> EnumSet.of(Phase.IN_PROGRESS);
        };
    }

    static boolean allows(Phase from, Phase to) {
        return from == to || after(from).contains(to);
    }
}
