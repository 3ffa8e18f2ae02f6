/**
 * The option of finding by meaning, in tests.
 *
 * <p>It offers an endpoint that understands three subjects, and the option turned on.
 *
 * <p>It ignores the index.
 */
@NullMarked
package fr.agora.search.meaning;

import org.jspecify.annotations.NullMarked;
