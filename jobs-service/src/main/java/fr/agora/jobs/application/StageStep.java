package fr.agora.jobs.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application.
 *
 * @param word what the recruiter wrote to the candidate with it
 */
public record StageStep(Instant at, Stage stage, @Nullable String word) {}
