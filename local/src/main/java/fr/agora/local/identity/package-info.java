/**
 * A real Keycloak as a child process, from the distribution the build unpacks.
 * It gives the server a home of its own, prepares it once, imports the realm files and offers the address once it answers.
 * It ignores what the realm says.
 */
@NullMarked
package fr.agora.local.identity;

import org.jspecify.annotations.NullMarked;
