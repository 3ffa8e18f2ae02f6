/**
 * Words shared by all: skills, territories, communities. Offers labels for codes and codes for labels. Ignores who uses them.
 */
@NullMarked
package fr.agora.directory.reference;

import org.jspecify.annotations.NullMarked;
