/**
 * Reference data as pages and as an API. Offers the list, the page of each dataset and the form of moderators. Decides
 * nothing.
 */
@NullMarked
package fr.agora.projects.referencedata.web;

import org.jspecify.annotations.NullMarked;
