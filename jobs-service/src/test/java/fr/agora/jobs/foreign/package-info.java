/** Large files, measured by whoever asks for it. */
@NullMarked
package fr.agora.jobs.foreign;

import org.jspecify.annotations.NullMarked;
