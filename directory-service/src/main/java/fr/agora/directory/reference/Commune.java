package fr.agora.directory.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune, or a municipal district of Paris, Lyon or Marseille.
 *
 * @param code as facts name it, e.g. {@code COM-07186}
 * @param department e.g. {@code DEP-07}
 * @param within the city of a municipal district
 */
public record Commune(
        String code,
        String name,
        String department,
        List<String> postalCodes,
        int population,
        Position position,
        @Nullable String within) {}
