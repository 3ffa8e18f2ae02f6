package fr.agora.local.process;

import java.io.IOException;
import sun.misc.Signal;

/** Ends this JVM when its parent dies: the parent holds our standard input open for as long as it lives. */
public final class Orphans {
    private Orphans() {}

    /** Watches on a thread of its own; a JVM started without a pipe ends at once, on purpose. */
    public static void endWithParent() {
        Thread watch = new Thread(Orphans::untilStandardInputEnds, "ends-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void untilStandardInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // what is said there has no meaning
            }
        } catch (IOException e) {
            // the same news
        }
        // a signal rather than System.exit: the shutdown hooks run, and no agent forbids it
        Signal.raise(new Signal("TERM"));
    }
}
