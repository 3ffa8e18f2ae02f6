package fr.agora.directory.site;

import fr.agora.directory.member.TalentAnswers;
import fr.agora.directory.member.TalentView;
import fr.agora.directory.organization.OrganizationRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers about jobs as typed; organisations by name, one a line. */
public record TalentForm(
        boolean recruitment,
        boolean relay,
        boolean hiddenFromOwn,
        @Nullable String hiddenFrom) {

    private static final int MOST = 50;

    List<String> hiddenNames() {
        return hiddenFrom == null
                ? List.of()
                : Arrays.stream(hiddenFrom.split("[;\\n]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .limit(MOST)
                        .toList();
    }

    TalentAnswers answers(List<String> hidden) {
        return new TalentAnswers(recruitment, relay, hiddenFromOwn, hidden);
    }

    static Map<String, Object> of(TalentView talent) {
        return Map.of(
                "recruitment", talent.recruitment(),
                "relay", talent.relay(),
                "hiddenFromOwn", talent.hiddenFromOwn(),
                "hiddenFrom",
                        talent.hiddenFrom().stream().map(OrganizationRef::name).collect(Collectors.joining("\n")));
    }
}
