/**
 * The one queue of what people find out of place, and what moderators make of it. Offers the report of a profile and hears
 * the reports other services took; decisions about profiles are carried out here, the others are told to whom they concern.
 * Ignores who reported: nobody is shown that, moderators included.
 */
@NullMarked
package fr.agora.directory.moderation;

import org.jspecify.annotations.NullMarked;
