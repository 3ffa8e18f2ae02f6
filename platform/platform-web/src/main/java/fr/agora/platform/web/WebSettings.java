package fr.agora.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the HTTP side.
 *
 * @param maxBody largest ordinary request body
 * @param maxImport largest import file, streamed
 * @param maxPhoto largest body that carries a picture
 * @param maxCv largest body that carries a candidate's file
 * @param leaveAfter how long an instance told to stop still serves, saying so with each answer, {@code AGORA_LEAVE_AFTER}
 */
@ConfigurationProperties("agora.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxImport,
        @DefaultValue("6MB") DataSize maxPhoto,
        @DefaultValue("6MB") DataSize maxCv,
        @DefaultValue("0s") Duration leaveAfter) {

    /** What a request to this path may weigh: imports have an address of the API, or a page with its form. */
    DataSize boundOf(String path) {
        if (path.contains("/imports/") || path.endsWith("/importer")) {
            return maxImport;
        }
        if (path.endsWith("/postuler") || path.endsWith("/applications")) {
            return maxCv;
        }
        return path.endsWith("/photo") ? maxPhoto : maxBody;
    }
}
