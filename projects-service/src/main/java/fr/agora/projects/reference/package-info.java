/**
 * The words use cases are described with: skills, themes, territories. It reads the shared vocabularies once and finds a
 * code from what people write. It knows nothing of use cases.
 */
@NullMarked
package fr.agora.projects.reference;

import org.jspecify.annotations.NullMarked;
