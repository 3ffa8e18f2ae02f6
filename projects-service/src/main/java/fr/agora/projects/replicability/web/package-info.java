/**
 * The printable page, the form and the API of replicability reviews. It translates requests and words. The verdict is
 * given in {@code replicability}.
 */
@NullMarked
package fr.agora.projects.replicability.web;

import org.jspecify.annotations.NullMarked;
