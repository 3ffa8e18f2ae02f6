package fr.agora.projects.support;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where requests go.
 *
 * @param desk organisation whose data contact is told of each new request: Etalab
 * @param security organisation whose contact is told of each security need: where the RSSI sits
 */
@ConfigurationProperties("agora.support")
record SupportSettings(@Nullable String desk, @Nullable String security) {

    SupportSettings {
        desk = desk == null ? "etalab" : desk;
        security = security == null ? "dinum" : security;
    }
}
