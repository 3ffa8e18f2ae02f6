/**
 * The pages and the API of reuses: the public board with its graph, the forms of those who declare, the desk of those who
 * confirm. It translates requests and words. What may be done is decided in {@code reuse}.
 */
@NullMarked
package fr.agora.projects.reuse.web;

import org.jspecify.annotations.NullMarked;
