package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the organisation somebody typed by name, acronym or identifier: no list of all of them in the page. */
@Component
public class TypedOrganization {

    private static final int SUGGESTED = 5;

    private final Organizations organizations;

    TypedOrganization(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Null when nothing was typed, or when the form now says why it is not clear. */
    @Nullable
    String id(@Nullable String typed, Form form, Page page) {
        return id("organization", typed, form, page);
    }

    @Nullable
    public String id(String field, @Nullable String typed, Form form, Page page) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        List<Organization> meant = organizations.meant(typed, SUGGESTED);
        if (meant.size() == 1) {
            return meant.getFirst().id();
        }
        form.reject(
                field,
                meant.isEmpty()
                        ? page.t("organization.typed.none", typed)
                        : page.t(
                                "organization.typed.several",
                                meant.stream().map(Organization::name).collect(Collectors.joining(" ; "))));
        return null;
    }
}
