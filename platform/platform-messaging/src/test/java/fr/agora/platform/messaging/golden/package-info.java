/**
 * Documents as earlier versions stored them, kept as files, and read by today's code.
 * Offers one check for every service's tests: each collection has such a file, each file is read, and nothing of it is lost.
 * Ignores copies of other services' facts, which are filled again by replay.
 */
@NullMarked
package fr.agora.platform.messaging.golden;

import org.jspecify.annotations.NullMarked;
