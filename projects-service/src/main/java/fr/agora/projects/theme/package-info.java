/**
 * Public boards, one for each theme: what there is, how far it has come, what can be taken. It counts what use cases say of
 * themselves. It keeps nothing.
 */
@NullMarked
package fr.agora.projects.theme;

import org.jspecify.annotations.NullMarked;
