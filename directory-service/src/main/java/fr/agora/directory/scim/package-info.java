/**
 * SCIM 2.0 for administrations' own directories: their program opens and closes the accounts of their people, and sees no
 * others. Speaks SCIM's own words, errors included, since its readers are programs made for SCIM. Knows accounts, and
 * neither profiles nor mandates.
 */
@NullMarked
package fr.agora.directory.scim;

import org.jspecify.annotations.NullMarked;
