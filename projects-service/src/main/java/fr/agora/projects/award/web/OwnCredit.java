package fr.agora.projects.award.web;

/** A credit of the reader, or a proposal that waits for their answer. */
public record OwnCredit(String id, String useCase, String url, String role, boolean proposed) {}
