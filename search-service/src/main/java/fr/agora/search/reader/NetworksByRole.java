package fr.agora.search.reader;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which role enters which network, said again from the directory's own rule: for mandates told in the first version of
 * their fact, and gone with it. A role of a later directory enters none here.
 */
final class NetworksByRole {

    private static final Map<String, List<String>> NETWORKS = Map.of(
            "AGD", List.of("amdac"),
            "AMDAC", List.of("amdac"),
            "AMDAC_DELEGATE", List.of("amdac"),
            "DATALAB_HEAD", List.of("datalab-heads"),
            "RELAY", List.of("relays"),
            "REGIONAL_REFERENT", List.of("regional-referents"));

    private NetworksByRole() {}

    static List<String> of(@Nullable String role) {
        return role == null ? List.of() : NETWORKS.getOrDefault(role, List.of());
    }
}
