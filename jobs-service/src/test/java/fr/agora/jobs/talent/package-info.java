/** Talents as recruiters see them. */
@NullMarked
package fr.agora.jobs.talent;

import org.jspecify.annotations.NullMarked;
