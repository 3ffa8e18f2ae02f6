/**
 * What data.gouv.fr says of the datasets and dataservices that use cases use or produce. Offers the links, a copy of each
 * card with its age, and the publication of a use case as a reuse. Pages are whole while data.gouv.fr is away.
 */
@NullMarked
package fr.agora.projects.datagouv;

import org.jspecify.annotations.NullMarked;
