/**
 * Small things every service does with words: folding them for a search, reading a vocabulary, making an identifier.
 * Offers {@link fr.agora.platform.text.Words}, {@link fr.agora.platform.text.Vocabulary} and {@link
 * fr.agora.platform.text.OpaqueId}. Ignores what the words are about.
 */
@NullMarked
package fr.agora.platform.text;

import org.jspecify.annotations.NullMarked;
