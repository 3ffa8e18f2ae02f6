/**
 * Child processes as the local run needs them: started with a log and a pid file, waited for, ended for certain.
 * It offers the child itself, free ports, the JDK for children and a watch that ends a child whose parent died.
 * It ignores what the children are.
 */
@NullMarked
package fr.agora.local.process;

import org.jspecify.annotations.NullMarked;
