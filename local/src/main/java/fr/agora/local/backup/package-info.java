/**
 * A platform's durable state as one file, and back. Every file in it is named with its size and digest by a manifest, so
 * that what is damaged or foreign is refused before anything is touched. Knows files alone, nothing of who wrote them.
 */
@NullMarked
package fr.agora.local.backup;

import org.jspecify.annotations.NullMarked;
