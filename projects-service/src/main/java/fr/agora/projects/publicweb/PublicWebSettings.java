package fr.agora.projects.publicweb;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How far a fetch may go.
 *
 * @param connectTimeout to be answered at all, and between two pieces of an answer
 * @param timeout for the whole file, redirects included
 * @param maxSize of one file, unpacked
 * @param maxRedirects followed one by one, each checked like the first address
 * @param ports that may be called
 */
@ConfigurationProperties("agora.public-web")
public record PublicWebSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("1MB") DataSize maxSize,
        @DefaultValue("3") int maxRedirects,
        @DefaultValue({"80", "443"}) Set<Integer> ports) {

    public PublicWebSettings {
        if (maxRedirects < 0 || maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("A fetch follows no negative number of redirects, and reads something");
        }
        ports = Set.copyOf(ports);
    }
}
