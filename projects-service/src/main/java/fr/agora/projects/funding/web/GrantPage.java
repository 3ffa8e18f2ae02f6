package fr.agora.projects.funding.web;

/** The form of a grant: which use case it is for. */
public record GrantPage(String title, String url, String slug) {}
