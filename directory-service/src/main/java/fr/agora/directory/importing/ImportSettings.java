package fr.agora.directory.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of imports; the body on the wire has its own, {@code agora.web.max-import}.
 *
 * @param maxCompact largest CSV or vCard file, unzipped
 * @param maxJson largest JSON or NDJSON file, unzipped
 * @param maxLines entries read of one file; the rest waits for another
 * @param keptRows lines of a report the page keeps
 * @param keptReports reports kept, the oldest go first
 */
@ConfigurationProperties("agora.directory.imports")
record ImportSettings(
        @DefaultValue("32MB") DataSize maxCompact,
        @DefaultValue("128MB") DataSize maxJson,
        @DefaultValue("100000") int maxLines,
        @DefaultValue("5000") int keptRows,
        @DefaultValue("20") int keptReports) {}
