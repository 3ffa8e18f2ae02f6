package fr.agora.jobs.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How candidates' files and applications are kept.
 *
 * @param scanner {@code host:port} of a ClamAV daemon every file is shown to; empty: files are not scanned
 * @param scanTimeout how long it may take; a file it did not answer for is not taken
 * @param largest largest CV
 * @param keep how long after its last step an application is erased
 */
@ConfigurationProperties("agora.cv")
record CvSettings(
        @DefaultValue("") String scanner,
        @DefaultValue("10s") Duration scanTimeout,
        @DefaultValue("5MB") DataSize largest,
        @DefaultValue("730d") Duration keep) {}
