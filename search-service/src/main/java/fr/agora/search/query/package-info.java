/**
 * Questions asked of the index, with what the asker may see inside each of them.
 *
 * <p>It offers searches with facets and highlights, suggestions while typing, and the figures of the home page.
 *
 * <p>It ignores how entries came into the index.
 */
@NullMarked
package fr.agora.search.query;

import org.jspecify.annotations.NullMarked;
