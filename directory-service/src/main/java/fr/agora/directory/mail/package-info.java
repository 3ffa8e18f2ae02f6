/**
 * The only place that knows how to reach an account outside the platform. Offers {@link fr.agora.directory.mail.Mails},
 * to which one hands letters for an account, never for an address. Ignores what the letters are about.
 */
@NullMarked
package fr.agora.directory.mail;

import org.jspecify.annotations.NullMarked;
