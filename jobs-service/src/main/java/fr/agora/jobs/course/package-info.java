/**
 * Courses of the Campus du numérique public for skills that somebody lacks. What the Campus teaches is a data file with
 * its vintage; where one looks a course up is configuration, for addresses age. It knows skills, no offer and no person.
 */
@NullMarked
package fr.agora.jobs.course;

import org.jspecify.annotations.NullMarked;
