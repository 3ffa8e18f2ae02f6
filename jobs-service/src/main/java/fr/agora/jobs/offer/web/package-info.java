/**
 * Offers over HTTP: the API for programs, the pages for people. Both go through the same writing and the same checks. It
 * decides nothing about offers.
 */
@NullMarked
package fr.agora.jobs.offer.web;

import org.jspecify.annotations.NullMarked;
