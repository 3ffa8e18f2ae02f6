/** Addresses completed by a geocoder that may be slow, away or talking nonsense. */
@NullMarked
package fr.agora.jobs.address;

import org.jspecify.annotations.NullMarked;
