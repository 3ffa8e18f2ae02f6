/**
 * Addresses completed while they are typed, by the State's geocoder. Off unless an address of it is configured, and
 * whatever it does, typing goes on. It knows nothing of offers.
 */
@NullMarked
package fr.agora.jobs.address;

import org.jspecify.annotations.NullMarked;
