package fr.agora.directory.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.agora.platform.text.Labelled;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A territory as the API shows it. */
record TerritoryView(
        @Schema(example = "COM-07186") String code,
        String label,
        Kind kind,

        @Schema(description = "The territories around it, the narrowest first")
        List<Labelled> parents,

        List<String> postalCodes,
        @Nullable Integer population,
        @Nullable Double latitude,
        @Nullable Double longitude,

        @Schema(description = "True where the centre is known within some five kilometres only") @Nullable
        Boolean approximate,

        @Schema(description = "As the crow flies, from the territory named by `from`")
        @JsonProperty("distanceKm")
        @Nullable
        Double distance) {

    enum Kind {
        REGION,
        DEPARTMENT,
        COMMUNE
    }
}
