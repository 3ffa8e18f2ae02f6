/**
 * Measures a running platform from outside and prints one table: ratios, latencies, memory, start-up.
 *
 * <p>Alternatives are measured turn and turn about in short rounds, so that what else the machine does weighs on both.
 * Nothing is asserted on time, and every load is bounded in count and duration and stays on loopback.
 */
@NullMarked
package fr.agora.bench;

import org.jspecify.annotations.NullMarked;
