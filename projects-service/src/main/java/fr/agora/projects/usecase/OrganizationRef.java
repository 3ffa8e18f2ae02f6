package fr.agora.projects.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as neighbours and readers are told of it. */
public record OrganizationRef(
        String id, String name, @Nullable String acronym) {

    public static List<OrganizationRef> of(Surroundings surroundings) {
        return surroundings.organizations().stream()
                .map(each -> new OrganizationRef(each.id(), each.name(), each.acronym()))
                .toList();
    }
}
