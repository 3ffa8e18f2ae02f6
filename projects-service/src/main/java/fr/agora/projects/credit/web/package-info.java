/**
 * The pages and the API of credits. It translates requests and words, and shows a name only to whoever may read it. Who
 * is named is decided in {@code credit}.
 */
@NullMarked
package fr.agora.projects.credit.web;

import org.jspecify.annotations.NullMarked;
