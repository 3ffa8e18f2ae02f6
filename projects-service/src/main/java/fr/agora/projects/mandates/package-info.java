/**
 * Who answers for data where, as the directory last told it. It keeps the highest revision of each mandate and tells, for
 * the reader of this moment, what they may confirm, follow or decide. A mandate counts by its holder's account and
 * within its dates.
 */
@NullMarked
package fr.agora.projects.mandates;

import org.jspecify.annotations.NullMarked;
