package fr.agora.directory.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters leave; the server itself is named by {@code spring.mail}.
 *
 * @param from sender of every letter, an address nobody reads ({@code AGORA_MAIL_FROM})
 * @param site what the links of a letter begin with ({@code AGORA_PUBLIC_URL})
 */
@ConfigurationProperties("agora.mail")
record MailSettings(String from, URI site) {}
