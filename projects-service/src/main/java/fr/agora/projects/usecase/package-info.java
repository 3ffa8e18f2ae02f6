/**
 * Use cases, the bricks they are made of, and their life: written, published, edited, withdrawn. It offers what may be
 * done with them and their public views. It ignores HTTP, forms and import files.
 */
@NullMarked
package fr.agora.projects.usecase;

import org.jspecify.annotations.NullMarked;
