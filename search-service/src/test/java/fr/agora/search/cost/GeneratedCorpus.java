package fr.agora.search.cost;

import fr.agora.search.Demo;
import fr.agora.search.Facts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** As many entries as wanted, of usual lengths, in the demo's own words: few of them everywhere, most of them rare. */
final class GeneratedCorpus {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}’'-]+");
    private static final int MINISTRIES = 15;
    private static final int SKILLS = 60;
    private static final int THEMES = 20;

    private final Random random = new Random(20_261_126);
    private final List<String> words;

    GeneratedCorpus() {
        var seen = new LinkedHashSet<String>();
        new Demo()
                .facts()
                .forEach(fact -> fact.data()
                        .valueStream()
                        .filter(value -> value.isString())
                        .forEach(value -> seen.addAll(List.of(BETWEEN_WORDS.split(value.asString())))));
        words = seen.stream().filter(word -> word.length() > 2).toList();
    }

    List<Facts> facts(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::fact).collect(Collectors.toList());
    }

    private Facts fact(int n) {
        var fact = switch (n % 5) {
            case 0, 1 -> Facts.offer("o" + n, text(6)).remoteDays(n % 4).with("description", text(180));
            case 2 -> Facts.useCase("u" + n, text(6)).with("pitch", text(20)).with("description", text(200));
            case 3 -> Facts.member("m" + n, text(2)).with("headline", text(4)).with("bio", text(40));
            default -> Facts.organization("g" + n, text(5)).with("summary", text(15));
        };
        int ministry = random.nextInt(MINISTRIES);
        int department = 10 + random.nextInt(80);
        int skill = random.nextInt(SKILLS);
        return fact.ofMinistry("min-" + ministry, "Ministère " + ministry)
                .ofOrganization("org-" + n % 300, text(4))
                .in("DEP-" + department, "Département " + department)
                .needing("s-" + skill, "Compétence " + skill)
                .about("t-" + random.nextInt(THEMES), "Thème");
    }

    /** Two or three words of different rarity, as people type them. */
    List<String> questions(int count) {
        var questions = new ArrayList<String>();
        for (int n = 0; n < count; n++) {
            questions.add(text(2 + n % 2));
        }
        return questions;
    }

    private String text(int length) {
        return IntStream.range(0, length).mapToObj(n -> word()).collect(Collectors.joining(" "));
    }

    /** The frequencies of a language: the n-th word is n times rarer than the first. */
    private String word() {
        double rank = Math.exp(random.nextDouble() * Math.log(words.size()));
        return words.get(Math.min(words.size() - 1, (int) rank));
    }
}
