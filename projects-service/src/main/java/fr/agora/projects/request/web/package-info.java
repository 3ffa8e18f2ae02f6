/**
 * The pages and the API of reuse requests. It translates requests and words. Who takes part is decided in {@code
 * request}.
 */
@NullMarked
package fr.agora.projects.request.web;

import org.jspecify.annotations.NullMarked;
