/**
 * Messages between people who need not know how to reach each other. Offers the form of a profile, each person's
 * conversations, and what may be done with one: answer, pass on, close, report. Ignores addresses altogether.
 */
@NullMarked
package fr.agora.directory.message;

import org.jspecify.annotations.NullMarked;
