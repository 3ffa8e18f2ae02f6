/**
 * Members who consent to be approached, ranked for an offer or for skills: what is borne out stands apart from what is
 * claimed, and each place in the list has its reasons. Who hides from an organisation does not exist for its recruiters.
 * It keeps nothing itself: a consent withdrawn is gone with the copy it was told to.
 */
@NullMarked
package fr.agora.jobs.talent;

import org.jspecify.annotations.NullMarked;
