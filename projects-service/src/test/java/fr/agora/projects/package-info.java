/** The service as its callers see it. */
@NullMarked
package fr.agora.projects;

import org.jspecify.annotations.NullMarked;
