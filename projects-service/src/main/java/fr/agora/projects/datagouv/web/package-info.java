/**
 * The data of a use case as pages and as an API. Offers the list with the age of each card, the form of its editors and
 * the dry run of a reuse. Decides nothing.
 */
@NullMarked
package fr.agora.projects.datagouv.web;

import org.jspecify.annotations.NullMarked;
