/**
 * Awards, and what others publish about a use case. An edition has categories, a use case runs in one as candidate or
 * laureate, and a link tells where the press or a podcast speaks of it and of the people credited. Moderators keep the
 * editions; those who write a use case keep its links.
 */
@NullMarked
package fr.agora.projects.award;

import org.jspecify.annotations.NullMarked;
