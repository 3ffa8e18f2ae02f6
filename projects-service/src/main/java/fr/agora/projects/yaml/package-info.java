/**
 * YAML from strangers. It reads plain data with every scalar as a text, and refuses what is too long, too deep or folded
 * too often. It knows nothing of what the documents mean.
 */
@NullMarked
package fr.agora.projects.yaml;

import org.jspecify.annotations.NullMarked;
