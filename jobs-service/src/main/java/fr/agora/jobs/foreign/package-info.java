/**
 * Offers in the files of other job boards: « Choisir le service public », TalentSoft, RSS, pages that hold a JobPosting.
 * It reads each format in constant memory, keeps what it has seen of each source, and hands over what has changed. It
 * fetches nothing itself and decides nothing about offers.
 */
@NullMarked
package fr.agora.jobs.foreign;

import org.jspecify.annotations.NullMarked;
