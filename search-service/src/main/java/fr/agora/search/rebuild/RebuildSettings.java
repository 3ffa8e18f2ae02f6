package fr.agora.search.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How indices are rebuilt.
 *
 * @param signs how often a running rebuild shows a sign of life
 * @param silence after how long without one a rebuild counts as killed and is begun again
 * @param kept how long a replaced index is kept
 */
@ConfigurationProperties("agora.rebuild")
record RebuildSettings(
        @DefaultValue("3s") Duration signs,
        @DefaultValue("15s") Duration silence,
        @DefaultValue("1d") Duration kept) {}
