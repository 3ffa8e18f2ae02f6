/**
 * The assistant as pages and as an API. Offers the author's button, the mark of what a machine wrote, and the neighbours.
 * Decides nothing.
 */
@NullMarked
package fr.agora.projects.albert.web;

import org.jspecify.annotations.NullMarked;
