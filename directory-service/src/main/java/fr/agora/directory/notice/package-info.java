/**
 * What the platform tells a person about what concerns them. Offers one door, {@link
 * fr.agora.directory.notice.Notices}, to whoever in the directory has something to tell, and an inbox to those it is told.
 * Ignores why it is told, and where people's mailboxes are.
 */
@NullMarked
package fr.agora.directory.notice;

import org.jspecify.annotations.NullMarked;
