package fr.agora.jobs.offer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How offers live here.
 *
 * @param reviewRequired whether a moderator reads every offer before it is visible; without it recruiters publish at
 *     once and moderators suspend
 * @param archiveAfter how long a filled or expired offer stays on its author's desk as such
 * @param publicUrl what stands before the path of a page in feeds and structured data
 */
@ConfigurationProperties("agora.jobs")
public record OfferSettings(
        @DefaultValue("false") boolean reviewRequired,
        @DefaultValue("180d") Duration archiveAfter,
        @DefaultValue("http://localhost:8080") String publicUrl) {

    public OfferSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }
}
