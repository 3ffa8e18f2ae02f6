/**
 * What this service remembers of the directory: its organisations. It hears their facts, keeps the highest revision of
 * each and tells inside the service that one was heard. It is never the truth about them.
 */
@NullMarked
package fr.agora.projects.copies;

import org.jspecify.annotations.NullMarked;
