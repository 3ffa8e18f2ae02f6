package fr.agora.projects.referencedata.web;

import fr.agora.projects.referencedata.ReferenceDataset;

/**
 * One reference dataset on its page.
 *
 * @param source name of the administration that answers for it
 */
public record ReferencePage(ReferenceDataset dataset, String source, boolean mayWrite) {}
