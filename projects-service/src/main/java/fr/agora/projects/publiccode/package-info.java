/**
 * Use cases as publiccode.yml. It reads versions 0.2 to 0.7 with tolerance and names what it did not understand, and
 * writes 0.7 from what is published. It fetches nothing itself and stores nothing.
 */
@NullMarked
package fr.agora.projects.publiccode;

import org.jspecify.annotations.NullMarked;
