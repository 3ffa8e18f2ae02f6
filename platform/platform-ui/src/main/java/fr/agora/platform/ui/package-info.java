/**
 * Everything the pages of the five applications share: assets, layout, fragments, errors. An application writes its own
 * templates and returns their names; it never writes a script, a style or an error page. No domain word belongs here.
 */
@NullMarked
package fr.agora.platform.ui;

import org.jspecify.annotations.NullMarked;
