/**
 * The members a use case may name, as the directory last told them: an identifier, an account, a name where agents may
 * read it. It keeps the highest revision of each and tells inside the service that somebody was erased. Nothing else of
 * a profile is kept here.
 */
@NullMarked
package fr.agora.projects.people;

import org.jspecify.annotations.NullMarked;
