/**
 * Pages of mandates. Offers a person their own, an AMDAC the desk from which their ministry's are given, and the forms.
 * Ignores who may do what: the mandates know.
 */
@NullMarked
package fr.agora.directory.site.mandate;

import org.jspecify.annotations.NullMarked;
