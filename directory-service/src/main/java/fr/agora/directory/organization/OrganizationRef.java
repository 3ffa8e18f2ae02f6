package fr.agora.directory.organization;

import org.jspecify.annotations.Nullable;

/** An organisation as others name it. */
public record OrganizationRef(
        String id, String name, @Nullable String acronym) {

    /** The acronym where there is one: what fits beside a person's name. */
    public String shortName() {
        return acronym == null ? name : acronym;
    }
}
