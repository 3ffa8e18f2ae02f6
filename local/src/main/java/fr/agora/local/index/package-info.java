/**
 * A real OpenSearch node as a child process, from the distribution the build unpacks.
 * It offers the node's address once it is healthy, and ends it with its parent.
 * It ignores indices, mappings and queries.
 */
@NullMarked
package fr.agora.local.index;

import org.jspecify.annotations.NullMarked;
