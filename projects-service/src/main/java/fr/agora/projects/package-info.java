/**
 * The projects service: use cases of the State's data and the bricks they are made of. It starts the application and
 * opens what anyone may read. How a use case lives is told in {@code usecase}.
 */
@NullMarked
package fr.agora.projects;

import org.jspecify.annotations.NullMarked;
