package fr.agora.jobs.talent.web;

import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.jobs.talent.Wanted;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is looked for from the parameters of a request. */
final class TalentSearch {

    private static final int MOST_SKILLS = 10;

    private TalentSearch() {}

    static Wanted wanted(@Nullable List<String> skills, @Nullable String territory) {
        List<String> codes = skills == null
                ? List.of()
                : skills.stream().filter(code -> !code.isBlank()).toList();
        if (codes.size() > MOST_SKILLS) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "skill");
        }
        List<Labelled> known = codes.stream()
                .map(code -> Vocabularies.SKILLS
                        .find(code)
                        .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "skill")))
                .distinct()
                .toList();
        return new Wanted(known, List.of(), territories(territory));
    }

    private static List<Labelled> territories(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return List.of();
        }
        return Territories.find(code, null)
                .map(place -> Territories.withParents(List.of(place)))
                .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "territory"));
    }
}
