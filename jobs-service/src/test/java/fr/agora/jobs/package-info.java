/** The service as its callers see it. */
@NullMarked
package fr.agora.jobs;

import org.jspecify.annotations.NullMarked;
