/**
 * Members and their profiles. Offers their pages and API and the facts about them, to the audience each member chose. Ignores how an account logs in.
 */
@NullMarked
package fr.agora.directory.member;

import org.jspecify.annotations.NullMarked;
