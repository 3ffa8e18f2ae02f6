/**
 * Runs the whole platform on one machine: what {@code ./agora} does once it has found a JDK and built the sources.
 *
 * <p>{@link fr.agora.local.launch.Topology} says which processes there are and how they find one another; a supervisor
 * starts them in order, watches them, and stops them in reverse. Every failure that can be expected is a
 * {@link fr.agora.local.launch.LaunchFailure}: one sentence and what to do about it, never a stack trace.
 */
@NullMarked
package fr.agora.local.launch;

import org.jspecify.annotations.NullMarked;
