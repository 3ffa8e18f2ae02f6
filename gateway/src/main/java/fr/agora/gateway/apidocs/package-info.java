/**
 * The four services' API, explained on one page.
 * Offers {@code /aide/api}, built from their OpenAPI documents, with or without each of them.
 * Ignores how a document came to be: what it does not say is not shown.
 */
@NullMarked
package fr.agora.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
