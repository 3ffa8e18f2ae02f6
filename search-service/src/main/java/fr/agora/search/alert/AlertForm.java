package fr.agora.search.alert;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A search to keep, as typed.
 *
 * @param query what is searched, as in the address of the search page
 */
record AlertForm(
        @NotBlank @Size(max = 100) @Nullable String name,
        @Size(max = 2_000) @Nullable String query,
        @NotNull @Nullable Rhythm rhythm) {}
