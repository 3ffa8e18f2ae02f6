/**
 * Requests of those who would like to reuse a use case or a brick, before they do. A request reaches those who carry it
 * and the data officers of both sides, lives as one thread the parties alone read, and ends accepted, refused or
 * abandoned. An accepted one leads to a declaration already filled in.
 */
@NullMarked
package fr.agora.projects.request;

import org.jspecify.annotations.NullMarked;
