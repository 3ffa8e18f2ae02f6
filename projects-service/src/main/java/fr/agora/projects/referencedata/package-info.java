/**
 * The State's reference data, held to three criteria: completeness, freshness and diffusion. Offers the pages of each
 * dataset with the administration that answers for it. Knows nothing of use cases.
 */
@NullMarked
package fr.agora.projects.referencedata;

import org.jspecify.annotations.NullMarked;
