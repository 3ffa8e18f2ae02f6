/**
 * Files of the public web, fetched for people who give an address. It goes nowhere but to public addresses, takes no
 * longer and no more than it was told, and connects to the very address it checked. It knows nothing of what is fetched.
 */
@NullMarked
package fr.agora.projects.publicweb;

import org.jspecify.annotations.NullMarked;
