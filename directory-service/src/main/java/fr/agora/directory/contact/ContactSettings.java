package fr.agora.directory.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people are sent when nobody at all is appointed.
 *
 * @param supportUrl path of a page that says how to reach Etalab's support
 */
@ConfigurationProperties("agora.directory.contact")
record ContactSettings(@DefaultValue("/mentions-legales") String supportUrl) {}
