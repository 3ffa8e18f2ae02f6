/**
 * Use cases and bricks over HTTP: the API for programs, the pages for people. Both go through the same writing and the
 * same checks. It decides nothing about use cases.
 */
@NullMarked
package fr.agora.projects.usecase.web;

import org.jspecify.annotations.NullMarked;
