/**
 * Applications over HTTP: the form, the candidate's pages, the recruiter's pages and the API. It translates between
 * requests and the parent package. It decides nothing about applications.
 */
@NullMarked
package fr.agora.jobs.application.web;

import org.jspecify.annotations.NullMarked;
