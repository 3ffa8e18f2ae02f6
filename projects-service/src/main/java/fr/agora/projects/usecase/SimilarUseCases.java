package fr.agora.projects.usecase;

import fr.agora.platform.text.Words;
import fr.agora.projects.reference.Vocabularies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What already exists, from this service's own store: it answers when the search is away. */
@Component
public class SimilarUseCases {

    /** How many are shown. */
    public static final int MOST = 6;

    /** The latest of those that share a word; the ranking looks no further. */
    private static final int CANDIDATES = 200;

    private static final int MOST_WORDS = 12;
    private static final int LONGEST = 500;
    private static final int SHORTEST_WORD = 4;
    /** Words that say nothing of what a use case is about. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "avec",
            "dans",
            "pour",
            "plus",
            "sans",
            "sous",
            "leur",
            "leurs",
            "cette",
            "tous",
            "tout",
            "toutes",
            "donnees",
            "data",
            "projet",
            "outil",
            "aide",
            "mieux",
            "faire",
            "etre",
            "entre",
            "vers",
            "nouveau",
            "nouvelle",
            "public",
            "publique",
            "publics",
            "service",
            "services");

    private final UseCases useCases;

    SimilarUseCases(UseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * What somebody is about to write.
     *
     * @param words of the pitch, skills included
     * @param theme code of a theme
     */
    public record Wanted(
            @Nullable String title,
            @Nullable String words,
            @Nullable String theme) {

        public Wanted {
            title = cut(title);
            words = cut(words);
            theme = cut(theme);
        }

        private static @Nullable String cut(@Nullable String text) {
            return text == null || text.isBlank()
                    ? null
                    : text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
        }
    }

    /** The closest ones anybody logged in may read, the closest first, six at most. */
    public List<UseCase> to(Wanted wanted) {
        List<Pattern> starts = starts(wanted);
        List<String> skills = skills(wanted);
        List<Criteria> any = new ArrayList<>();
        starts.forEach(start -> any.add(Criteria.where("words").regex(start)));
        if (!skills.isEmpty()) {
            any.add(Criteria.where("content.skills.code").in(skills));
        }
        if (any.isEmpty() && wanted.theme() != null) {
            any.add(Criteria.where("content.themes.code").is(wanted.theme()));
        }
        if (any.isEmpty()) {
            return List.of();
        }
        record Ranked(UseCase useCase, int points) {}
        return useCases.resembling(any, CANDIDATES).stream()
                .map(each -> new Ranked(each, points(each, starts, skills, wanted.theme())))
                .sorted(Comparator.comparingInt(Ranked::points).reversed())
                .limit(MOST)
                .map(Ranked::useCase)
                .toList();
    }

    private static int points(UseCase useCase, List<Pattern> starts, List<String> skills, @Nullable String theme) {
        List<String> title = Words.of(useCase.content().title());
        int points = 0;
        for (Pattern start : starts) {
            points += holds(title, start) ? 5 : holds(useCase.words(), start) ? 3 : 0;
        }
        points += (int) useCase.content().skills().stream()
                .filter(skill -> skills.contains(skill.code()))
                .count();
        boolean sameTheme =
                useCase.content().themes().stream().anyMatch(each -> each.code().equals(theme));
        return points + (sameTheme ? 2 : 0);
    }

    private static boolean holds(List<String> words, Pattern start) {
        return words.stream().anyMatch(word -> start.matcher(word).find());
    }

    /** The beginnings of the words that say something: « haies » finds « haie » too. */
    private static List<Pattern> starts(Wanted wanted) {
        return Words.of(wanted.title(), wanted.words()).stream()
                .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY_WORDS.contains(word))
                .limit(MOST_WORDS)
                .map(word -> word.replaceAll("(?<=.{4})[sx]$", ""))
                .map(word -> Pattern.compile("^" + Pattern.quote(word)))
                .toList();
    }

    private static List<String> skills(Wanted wanted) {
        String words = wanted.words() == null ? "" : wanted.words();
        return Stream.concat(Arrays.stream(words.split("[,;]")), Arrays.stream(words.split("[\\s,;]+")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Vocabularies.SKILLS::named)
                .map(skill -> skill.code())
                .filter(code -> Vocabularies.SKILLS.find(code).isPresent())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
