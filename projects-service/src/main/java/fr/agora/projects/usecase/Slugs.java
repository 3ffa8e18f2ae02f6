package fr.agora.projects.usecase;

import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.text.Words;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Addresses of use cases: readable, and no two the same. */
@Component
public class Slugs {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9]+");
    /** They have addresses of their own under /cas-usage and /api/projects/use-cases. */
    private static final Set<String> RESERVED = Set.of("nouveau", "mes-cas-usage", "similar");

    private static final int LONGEST = 80;
    private static final int MOST_TRIES = 50;

    private final UseCases useCases;

    Slugs(UseCases useCases) {
        this.useCases = useCases;
    }

    public static boolean isWellFormed(String slug) {
        return slug.length() <= 100 && SHAPE.matcher(slug).matches() && !RESERVED.contains(slug);
    }

    /** The first free one of {@code wanted}, {@code wanted-2}, {@code wanted-3}… */
    String free(String wanted, String ownId) {
        for (int number = 1; number <= MOST_TRIES; number++) {
            String slug = number == 1 ? wanted : wanted + "-" + number;
            if (!RESERVED.contains(slug) && !useCases.isTaken(slug, ownId)) {
                return slug;
            }
        }
        // fifty homonyms: nobody would guess the fifty-first anyway
        return OpaqueId.next(wanted);
    }

    /** {@code "Repérer les piscines"} gives {@code reperer-les-piscines}, cut after a whole word where too long. */
    static String of(String title) {
        String slug = FOREIGN.matcher(Words.slug(title)).replaceAll("-").replaceAll("^-+|-+$", "");
        if (slug.length() > LONGEST) {
            int wholeWord = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, wholeWord > 0 ? wholeWord : LONGEST);
        }
        return slug.isEmpty() ? "cas-usage" : slug;
    }
}
