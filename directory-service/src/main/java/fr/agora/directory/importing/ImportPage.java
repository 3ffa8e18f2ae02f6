package fr.agora.directory.importing;

import java.util.List;

/**
 * The import form, with the last reports beside it.
 *
 * @param largest megabytes a file may have
 */
public record ImportPage(List<ImportReport> last, long largest) {}
