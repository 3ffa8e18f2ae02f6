package fr.agora.projects.referencedata;

import java.time.LocalDate;

/** What was found under one of the three criteria, on what day, and where it is said. */
public record Criterion(String value, LocalDate measuredOn, String source) {}
