/**
 * The directory: who works on the State's data, and where. Offers organisations and members to people, to clients of
 * its API and, as facts, to the other services. Ignores search, use cases and offers.
 */
@NullMarked
package fr.agora.directory;

import org.jspecify.annotations.NullMarked;
