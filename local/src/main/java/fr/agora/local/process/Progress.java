package fr.agora.local.process;

import java.time.Duration;

/** Hears about once a second that a part is still on its way. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (part, elapsed) -> {};

    void waiting(String part, Duration elapsed);
}
