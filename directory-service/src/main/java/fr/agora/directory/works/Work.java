package fr.agora.directory.works;

import fr.agora.directory.lifecycle.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something another service shows, in a line.
 *
 * @param url path of its page
 * @param skills codes, of a use case only
 * @param until last day of an offer, absent elsewhere
 */
public record Work(
        Kind kind,
        String id,
        String title,
        String url,
        Visibility visibility,
        List<String> organizations,
        List<String> skills,
        @Nullable LocalDate until) {

    /** What it is; the code is the other services' word in a replay and in the search. */
    public enum Kind {
        USE_CASE("use-case"),
        BLOCK("block"),
        OFFER("offer");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Work {
        organizations = List.copyOf(organizations);
        skills = List.copyOf(skills);
    }
}
