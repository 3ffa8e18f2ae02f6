package fr.agora.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What one caller may ask for.
 *
 * @param perSecond requests a second one account, or one address, may keep up; zero lifts the limit
 * @param burst requests that may come at once
 * @param remembered callers kept in memory, the quietest forgotten first
 * @param body largest body
 * @param importBody largest import
 * @param photoBody largest body that carries a picture
 * @param cvBody largest body that carries a candidate's file
 */
@ConfigurationProperties("agora.limits")
record Limits(
        int perSecond,
        int burst,
        int remembered,
        DataSize body,
        DataSize importBody,
        DataSize photoBody,
        DataSize cvBody) {

    Limits {
        if (perSecond < 0 || burst < 1 || remembered < 1) {
            throw new IllegalArgumentException(
                    "Limits are positive: per-second=" + perSecond + " burst=" + burst + " remembered=" + remembered);
        }
    }

    long bodyBound(String path) {
        boolean isImport = path.startsWith("/api/") ? path.contains("/imports/") : path.endsWith("/importer");
        if (isImport) {
            return importBody.toBytes();
        }
        if (path.endsWith("/postuler") || path.endsWith("/applications")) {
            return cvBody.toBytes();
        }
        return (path.endsWith("/photo") ? photoBody : body).toBytes();
    }
}
