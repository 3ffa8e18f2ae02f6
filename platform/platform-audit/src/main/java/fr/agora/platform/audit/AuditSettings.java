package fr.agora.platform.audit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept.
 *
 * @param keep how long an entry is kept; a year is what the CNIL recommends at most without a special reason
 * @param lost after which a request that was begun and not ended is said to be interrupted
 * @param refusalsAMinute how many refusals of one account are noted in a minute
 * @param hash what seals the entries to come, {@code sha-256} or {@code sha3-256}; those there are keep theirs
 * @param secret names of variables in routes whose value is an authority of its own, and is never noted
 * @param journals the journals of all services, as the page lists them; without them, this one alone
 */
@ConfigurationProperties("agora.audit")
record AuditSettings(
        @DefaultValue("365d") Duration keep,
        @DefaultValue("15m") Duration lost,
        @DefaultValue("60") int refusalsAMinute,
        @DefaultValue("sha-256") ChainHash hash,
        @DefaultValue("key") Set<String> secret,
        @Nullable List<Journal> journals) {

    private static final List<Journal> DEFAULT = List.of(
            new Journal("directory", "/journal/annuaire"),
            new Journal("projects", "/journal/cas-usage"),
            new Journal("jobs", "/journal/offres"),
            new Journal("search", "/journal/recherche"));

    List<Journal> all() {
        return journals == null || journals.isEmpty() ? DEFAULT : journals;
    }
}
