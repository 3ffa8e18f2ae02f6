package fr.agora.jobs.address;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The geocoder that completes addresses.
 *
 * @param url before {@code /search}, such as {@code https://data.geopf.fr/geocodage}; empty: no completion
 * @param timeout for the whole answer: nobody waits longer for a suggestion
 * @param keep how long an answer is remembered
 */
@ConfigurationProperties("agora.geocoder")
public record AddressSettings(
        @DefaultValue("") String url,
        @DefaultValue("1s") Duration timeout,
        @DefaultValue("1h") Duration keep) {

    boolean isOn() {
        return !url.isBlank();
    }
}
