/**
 * The way of one cause through all processes: a request at the gateway, the facts it makes, who hears them, the index.
 * It offers the trace context as text, and spans around it where a collector is named. It ignores what the work is
 * about: a span carries routes, queues and outcomes, never an id, a query or a name.
 */
@NullMarked
package fr.agora.platform.tracing;

import org.jspecify.annotations.NullMarked;
