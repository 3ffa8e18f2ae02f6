package fr.agora.directory.contact;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.Scope;
import fr.agora.directory.organization.OrganizationRef;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to turn to.
 *
 * @param id of the mandate; absent for Etalab's support
 * @param role of the mandate, or {@code SUPPORT}
 * @param title the role in words
 * @param reason why this one
 * @param holder present where the reader may see the holder's profile
 * @param contactUrl path of the form that reaches them: there is no other address
 * @param url path of the contact's page
 */
public record ContactPoint(
        @Nullable String id,
        String role,
        Reason title,
        @Nullable OrganizationRef organization,
        @Nullable Scope scope,
        Step step,
        Reason reason,
        HolderNames.@Nullable Holder holder,
        String contactUrl,
        String url) {}
