/**
 * A document store that speaks MongoDB's wire protocol inside a JVM, for machines without MongoDB and for tests.
 * It offers the portable subset the services use, one document being the transaction, and keeps what it acknowledged
 * through a kill. It has no sessions, transactions, change streams, collations or secondary indexes, and says so
 * rather than ignoring them.
 */
@NullMarked
package fr.agora.local.store;

import org.jspecify.annotations.NullMarked;
