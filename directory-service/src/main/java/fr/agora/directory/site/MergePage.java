package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import org.jspecify.annotations.Nullable;

/**
 * A merge about to be made.
 *
 * @param into the body that takes over, once it is clear
 * @param below how many stand below the merged one
 */
public record MergePage(Organization merged, @Nullable Organization into, long below) {}
