/**
 * Use cases and bricks somebody finds out of place. Offers the form on their pages, tells the one queue of the platform what
 * was reported and has use cases carry out what was decided there. Ignores who decides, and why.
 */
@NullMarked
package fr.agora.projects.moderation;

import org.jspecify.annotations.NullMarked;
