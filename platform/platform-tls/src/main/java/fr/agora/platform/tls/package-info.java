/**
 * The lines to and between our own parts, encrypted where the deployment brings certificates and in clear where not.
 * It offers one switch, the material for every client and server, and the refusal of an address that would be in clear.
 * It ignores who is asked what, and whatever leads to the public web.
 */
@NullMarked
package fr.agora.platform.tls;

import org.jspecify.annotations.NullMarked;
