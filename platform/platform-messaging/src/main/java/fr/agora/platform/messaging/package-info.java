/**
 * Facts that leave a service and facts that reach it, without ever losing one.
 *
 * <p>It offers an outbox kept inside the document, a relay that publishes it with broker confirms, subscriptions that
 * park what they cannot digest, and replays that fill a copy from its owner.
 *
 * <p>It ignores what the facts say: no domain word, no event class and no business rule belongs here.
 */
@NullMarked
package fr.agora.platform.messaging;

import org.jspecify.annotations.NullMarked;
