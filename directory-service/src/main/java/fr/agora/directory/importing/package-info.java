/**
 * Files of organisations and people, in any of their formats. Offers the import addresses, the administrators' page and
 * its reports. Ignores what a line means: organisations and members read their own.
 */
@NullMarked
package fr.agora.directory.importing;

import org.jspecify.annotations.NullMarked;
