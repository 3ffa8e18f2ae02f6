/**
 * Holds facts against their contracts, for the tests of whoever publishes or hears them.
 *
 * <p>It offers assertions on a fact about to leave and every committed example of one that may arrive.
 *
 * <p>It ignores who publishes what and why.
 */
@NullMarked
package fr.agora.platform.messaging.contract;

import org.jspecify.annotations.NullMarked;
