package fr.agora.projects.usecase;

import java.time.LocalDate;

/** A step of a use case's life, and the day it was taken. */
public record PhaseChange(Phase phase, LocalDate on) {}
