package fr.agora.directory.member;

import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words why somebody stands where they stand, from nothing but what the reader sees of them. */
@Component
class PeerReasons {

    private final Vocabularies vocabularies;
    private final MessageSource texts;

    PeerReasons(Vocabularies vocabularies, MessageSource texts) {
        this.vocabularies = vocabularies;
        this.texts = texts;
    }

    List<PeerReason> of(MemberView member, PeerStep step, PeerQuery query, @Nullable String skill, Locale language) {
        List<PeerReason> why = new ArrayList<>();
        shown(member, step, skill)
                .ifPresent(found -> why.add(reason(
                        (found.evidenced() ? "evidenced" : "claimed")
                                + (found.level() == null ? "" : "-" + found.level()),
                        found.label(),
                        language)));
        if (query.topic() != null && !step.missing().contains("topic")) {
            Stream.concat(member.offers().stream(), member.asks().stream())
                    .filter(help -> speaksOf(help, query.topic()))
                    .findFirst()
                    .ifPresent(help -> why.add(reason("topic", help, language)));
        }
        boolean elsewhere = step.missing().contains("territory");
        // of whoever does not show where they are nothing is said, not even that it is elsewhere
        if (query.territory() != null && (!elsewhere || !member.territories().isEmpty())) {
            String label = vocabularies
                    .territories()
                    .find(query.territory())
                    .map(Labelled::label)
                    .orElse(query.territory());
            why.add(reason(elsewhere ? "elsewhere" : "territory", label, language));
        }
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(member.confirmedOn());
        why.add(reason(member.stale() ? "stale" : "confirmed", day, language));
        return why;
    }

    private Optional<SkillView> shown(MemberView member, PeerStep step, @Nullable String skill) {
        return switch (step.match()) {
            case EXACT, PARTLY ->
                member.skills().stream()
                        .filter(each -> each.code().equals(skill))
                        .findFirst();
            case NEIGHBOUR ->
                member.skills().stream()
                        .filter(each -> vocabularies
                                .skills()
                                .category(each.code())
                                .filter(category -> step.rankedBy().equals("category:" + category))
                                .isPresent())
                        .min(Comparator.comparingInt(SkillView::rank));
            case OTHER -> Optional.empty();
        };
    }

    private static boolean speaksOf(String help, String topic) {
        List<String> words = Words.of(help);
        return Words.of(topic).stream().anyMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }

    private PeerReason reason(String code, String about, Locale language) {
        String key = "peer.why." + code;
        return new PeerReason(code, about, texts.getMessage(key, new Object[] {about}, language));
    }
}
