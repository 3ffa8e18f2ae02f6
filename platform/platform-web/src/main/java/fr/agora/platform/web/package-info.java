/**
 * What every HTTP side shares: problem details in two languages, pages by keyset, imports line by line, bounded bodies.
 * Offers {@link fr.agora.platform.web.ProblemException}, {@link fr.agora.platform.web.Paging} and {@link
 * fr.agora.platform.web.LineImport}. Ignores what the resources are about.
 */
@NullMarked
package fr.agora.platform.web;

import org.jspecify.annotations.NullMarked;
