/**
 * Reuses of use cases and bricks, declared by those who reuse and vouched for by their relay. A reuse is confirmed,
 * asked for again every year and ends when nobody answers; only confirmed ones are counted. Who contests says why, and a
 * moderator settles.
 */
@NullMarked
package fr.agora.projects.reuse;

import org.jspecify.annotations.NullMarked;
