/**
 * Keeps the contracts consistent: descriptors, schemas, examples, vocabularies and the AsyncAPI page say the same.
 *
 * <p>It offers nothing to others: the module is data.
 *
 * <p>It ignores how facts are carried and what services do with them.
 */
@NullMarked
package fr.agora.contracts;

import org.jspecify.annotations.NullMarked;
