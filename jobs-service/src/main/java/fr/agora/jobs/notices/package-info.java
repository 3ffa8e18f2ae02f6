/**
 * Telling somebody that something happened around an offer. A notice names its readers by opaque ids and leaves with the
 * document that caused it; the directory knows how to reach them. It never carries a name, an address or what somebody
 * wrote.
 */
@NullMarked
package fr.agora.jobs.notices;

import org.jspecify.annotations.NullMarked;
