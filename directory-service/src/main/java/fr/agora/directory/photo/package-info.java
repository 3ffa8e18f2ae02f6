/**
 * Pictures of members. Offers their upload, in which nothing of the file sent survives but what it shows, and their
 * display to those the member chose. Ignores the rest of the profile.
 */
@NullMarked
package fr.agora.directory.photo;

import org.jspecify.annotations.NullMarked;
