/**
 * Services of others whose address the operator wrote down. They are asked within bounds and never trusted to answer.
 * Addresses that people type are another matter: see {@code publicweb}.
 */
@NullMarked
package fr.agora.projects.outside;

import org.jspecify.annotations.NullMarked;
