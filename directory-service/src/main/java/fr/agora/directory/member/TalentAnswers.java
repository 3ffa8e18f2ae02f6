package fr.agora.directory.member;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member answers about jobs; each question stands alone, and silence is no consent.
 *
 * @param recruitment « être sollicité pour un poste »
 * @param relay « relayer des offres »
 * @param hiddenFromOwn absent: hidden from the recruiters of the member's own organisation
 * @param hiddenFrom identifiers of further organisations whose recruiters never see the member
 */
public record TalentAnswers(
        @Nullable Boolean recruitment,
        @Nullable Boolean relay,
        @Nullable Boolean hiddenFromOwn,

        @Size(max = 50, message = "field.too-many")
        List<@Size(max = 128, message = "field.too-long") String> hiddenFrom) {

    public TalentAnswers {
        recruitment = Boolean.TRUE.equals(recruitment);
        relay = Boolean.TRUE.equals(relay);
        hiddenFromOwn = hiddenFromOwn == null || hiddenFromOwn;
        hiddenFrom = hiddenFrom == null
                ? List.of()
                : hiddenFrom.stream().filter(id -> !id.isBlank()).distinct().toList();
    }
}
