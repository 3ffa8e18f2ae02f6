/**
 * The words offers are described with: skills, job families, themes, territories. It reads the shared vocabularies once
 * and finds a code from what people write. It knows nothing of offers.
 */
@NullMarked
package fr.agora.jobs.reference;

import org.jspecify.annotations.NullMarked;
