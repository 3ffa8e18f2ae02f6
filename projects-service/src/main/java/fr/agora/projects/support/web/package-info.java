/**
 * Support as pages and as an API. Offers the public page with the publication guide, the files, the desk and the security
 * checklist. Decides nothing.
 */
@NullMarked
package fr.agora.projects.support.web;

import org.jspecify.annotations.NullMarked;
