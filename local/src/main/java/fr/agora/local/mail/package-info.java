/**
 * Mails of the local run, caught instead of delivered. Offers an SMTP server and a small page that shows what it caught.
 * Ignores who writes and why.
 */
@NullMarked
package fr.agora.local.mail;

import org.jspecify.annotations.NullMarked;
