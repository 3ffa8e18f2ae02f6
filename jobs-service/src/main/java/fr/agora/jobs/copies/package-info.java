/**
 * What this service remembers of its neighbours: organisations of the directory, use cases of the projects. It hears
 * their facts, keeps the highest revision of each and tells inside the service that one was heard. It is never the truth
 * about them.
 */
@NullMarked
package fr.agora.jobs.copies;

import org.jspecify.annotations.NullMarked;
