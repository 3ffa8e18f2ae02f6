/**
 * Reviews of what is replicable elsewhere. Ten criteria are scored with evidence, a documented rule gives the verdict, and
 * every review is kept with its date. The latest one is what a use case is recognised for.
 */
@NullMarked
package fr.agora.projects.replicability;

import org.jspecify.annotations.NullMarked;
