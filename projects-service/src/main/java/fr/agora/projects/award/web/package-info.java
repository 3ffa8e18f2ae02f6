/**
 * The pages and the API of awards, credits beside them, and links. It translates requests and words. What may be done is
 * decided in {@code award} and {@code credit}.
 */
@NullMarked
package fr.agora.projects.award.web;

import org.jspecify.annotations.NullMarked;
