package fr.agora.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the HTTP side.
 *
 * @param maxBody largest ordinary request body
 * @param maxImport largest import file, streamed
 */
@ConfigurationProperties("agora.web")
record WebSettings(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxImport) {}
