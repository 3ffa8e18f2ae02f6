/**
 * An optional assistant behind an OpenAI-compatible API, such as Albert. Offers a summary that waits for its author's
 * consent, and use cases near in meaning. Off by default; everything works without it, and nothing that is not public is
 * ever sent.
 */
@NullMarked
package fr.agora.projects.albert;

import org.jspecify.annotations.NullMarked;
