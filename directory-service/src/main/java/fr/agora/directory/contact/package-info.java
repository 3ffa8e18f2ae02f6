/**
 * « Qui est mon contact données ? »: finds, among the mandates in force, who answers for a place. Offers the ordered
 * chain of contacts with the reason of each, and their cards. Ignores how mandates come and go.
 */
@NullMarked
package fr.agora.directory.contact;

import org.jspecify.annotations.NullMarked;
