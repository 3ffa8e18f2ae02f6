package fr.agora.platform.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The switch of encrypted lines: on when its three files are named, which are read again when they change.
 *
 * @param certificate PEM file of this process' certificate and those between it and the authority, {@code AGORA_TLS_CERTIFICATE}
 * @param key PEM file of its key, {@code AGORA_TLS_KEY}
 * @param authorities PEM file of whom every other part must be certified by, {@code AGORA_TLS_AUTHORITIES}
 * @param callers who may call this process at all; fixed by each application
 * @param lines addresses this process calls, by a name for the operator; fixed by each application
 */
record TlsSettings(
        @Nullable String certificate,
        @Nullable String key,
        @Nullable String authorities,
        @DefaultValue("anybody") Callers callers,
        @DefaultValue Map<String, String> lines) {

    enum Callers {
        /** As at the gateway, which serves the public. */
        ANYBODY,
        /** Whoever shows a certificate of the authorities. */
        CERTIFIED
    }

    TlsSettings {
        Map<String, @Nullable String> files = new TreeMap<>();
        files.put("AGORA_TLS_AUTHORITIES", authorities);
        files.put("AGORA_TLS_CERTIFICATE", certificate);
        files.put("AGORA_TLS_KEY", key);
        List<String> missing = new ArrayList<>();
        files.forEach((name, file) -> {
            if (file == null || file.isBlank()) {
                missing.add(name);
            }
        });
        // half a switch would leave lines in clear that the operator believes encrypted
        if (!missing.isEmpty() && missing.size() < files.size()) {
            throw new IllegalArgumentException("Encrypted lines want three files; missing: " + missing);
        }
    }

    boolean areOn() {
        return certificate != null && !certificate.isBlank();
    }
}
