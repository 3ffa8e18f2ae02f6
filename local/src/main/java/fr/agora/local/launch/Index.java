package fr.agora.local.launch;

import java.util.Map;
import java.util.Optional;

/** The search index. */
record Index(Settings settingsOfRun, Home home) {

    Optional<Part> part() {
        return Optional.empty();
    }

    Map<String, String> settings() {
        return Map.of("AGORA_INDEX_URI", settingsOfRun.ports().uri(PortPlan.Use.INDEX));
    }
}
