/**
 * Who answers for data, where and on what: mandates from their appointment to their end. Offers the mandates in force,
 * the verbs of those who appoint, and the facts about them. Ignores how a contact is found among them.
 */
@NullMarked
package fr.agora.directory.mandate;

import org.jspecify.annotations.NullMarked;
