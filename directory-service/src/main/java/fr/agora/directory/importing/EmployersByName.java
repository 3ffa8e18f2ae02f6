package fr.agora.directory.importing;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The organisation a card names by its name or acronym, if that is clear; a file names the same few again and again. */
final class EmployersByName implements Function<String, Optional<String>> {

    private static final int REMEMBERED = 500;

    private final Organizations organizations;
    private final Map<String, Optional<String>> remembered = new LinkedHashMap<>();

    EmployersByName(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Optional<String> apply(String name) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(name, this::find);
    }

    private Optional<String> find(String name) {
        List<Organization> meant = organizations.meant(name, 2);
        return meant.size() == 1 ? Optional.of(meant.getFirst().id()) : Optional.empty();
    }
}
