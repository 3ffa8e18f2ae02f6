/**
 * The directory's pages. Offers what people see of members and organisations, and the forms they fill. Ignores how items
 * are stored and announced.
 */
@NullMarked
package fr.agora.directory.site;

import org.jspecify.annotations.NullMarked;
