/**
 * Offers passed on by members: a personal link for a member and an offer, with its counts, and recommendations that say
 * nothing of anybody before that person consents. It offers the links and the board of offers to relay, and counts
 * visits without remembering visitors. It knows offers, and people by their opaque account alone.
 */
@NullMarked
package fr.agora.jobs.relay;

import org.jspecify.annotations.NullMarked;
