/**
 * Relaying over HTTP: the link itself, the page of a member's link to an offer, the board of offers to relay with its
 * feed, and the pages of a recommendation. It translates between requests and the parent package. It decides nothing
 * about offers.
 */
@NullMarked
package fr.agora.jobs.relay.web;

import org.jspecify.annotations.NullMarked;
