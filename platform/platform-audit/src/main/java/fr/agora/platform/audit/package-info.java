/**
 * Who did what, when and in which role. Offers a chain of entries, written around every request that may change something,
 * and the pages by which administrators read and verify it. Ignores what was changed: no body, no question, no name.
 */
@NullMarked
package fr.agora.platform.audit;

import org.jspecify.annotations.NullMarked;
