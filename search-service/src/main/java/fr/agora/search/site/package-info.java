/**
 * The pages: home, search, accessibility statement, legal notice.
 *
 * <p>It offers what each page shows as a typed record.
 *
 * <p>It ignores how results are found.
 */
@NullMarked
package fr.agora.search.site;

import org.jspecify.annotations.NullMarked;
