/**
 * The mandates of the directory, as far as offers need them: whom to ask about a post, who may act for an organisation.
 * It hears the directory's facts and bounds each mandate by its dates with its own clock. It knows holders by their
 * opaque account alone.
 */
@NullMarked
package fr.agora.jobs.mandates;

import org.jspecify.annotations.NullMarked;
