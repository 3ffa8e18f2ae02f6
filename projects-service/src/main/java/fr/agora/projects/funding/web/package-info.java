/**
 * The funding window as pages and as an API. Offers the simulator, the board and the form of those who record grants.
 * Decides nothing.
 */
@NullMarked
package fr.agora.projects.funding.web;

import org.jspecify.annotations.NullMarked;
