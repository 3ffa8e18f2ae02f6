/**
 * Applications to offers: what a candidate sends, the stages it goes through, its withdrawal and its end. It keeps files
 * outside the web path, lets nobody but the candidate and the offer's recruiter read them, and erases everything in
 * time. It ignores HTTP.
 */
@NullMarked
package fr.agora.jobs.application;

import org.jspecify.annotations.NullMarked;
