/**
 * What the directory holds of a person, shown to them and taken away at their word. Offers the export, the erasure and
 * {@link fr.agora.directory.privacy.HeldData}, by which each package says what it holds. Ignores how they keep it.
 */
@NullMarked
package fr.agora.directory.privacy;

import org.jspecify.annotations.NullMarked;
