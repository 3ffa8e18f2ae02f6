/**
 * Which networks readers belong to, as far as it decides what they find.
 *
 * <p>It keeps small copies of what the directory tells of its members and of mandates, and offers the asker of a request.
 *
 * <p>It ignores everything else about people: no name is kept here.
 */
@NullMarked
package fr.agora.search.reader;

import org.jspecify.annotations.NullMarked;
