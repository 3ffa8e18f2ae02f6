/**
 * Names of licences, as the SPDX list writes them. It reads expressions such as {@code EUPL-1.2 OR MIT} and proposes what
 * somebody may have meant. It knows nothing of bricks.
 */
@NullMarked
package fr.agora.projects.licence;

import org.jspecify.annotations.NullMarked;
