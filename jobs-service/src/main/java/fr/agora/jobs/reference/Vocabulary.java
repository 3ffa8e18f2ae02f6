package fr.agora.jobs.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A closed-by-default list of words, each found by its code, its labels or an alias. */
public final class Vocabulary {

    public static final Vocabulary SKILLS = new Vocabulary("skills");
    public static final Vocabulary JOB_FAMILIES = new Vocabulary("job-families");
    public static final Vocabulary THEMES = new Vocabulary("themes");

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, Term> byName = new HashMap<>();

    private Vocabulary(String name) {
        for (Map<String, String> row : ReferenceFile.rows(name)) {
            Term term = new Term(cell(row, "code"), cell(row, "label_fr"));
            terms.put(term.code(), term);
            english.put(term.code(), cell(row, "label_en"));
            byName.put(Texts.folded(term.label()), term);
            byName.putIfAbsent(Texts.folded(cell(row, "label_en")), term);
            ReferenceFile.list(cell(row, "aliases")).forEach(alias -> byName.putIfAbsent(Texts.folded(alias), term));
        }
    }

    public List<Term> all() {
        return List.copyOf(terms.values());
    }

    public Optional<Term> find(String codeOrName) {
        String text = codeOrName.strip();
        return Optional.ofNullable(terms.get(text)).or(() -> Optional.ofNullable(byName.get(Texts.folded(text))));
    }

    /** A word of this vocabulary as a page in that language says it; words made by people stay as they are. */
    public String label(Term term, Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage())
                ? english.getOrDefault(term.code(), term.label())
                : term.label();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
