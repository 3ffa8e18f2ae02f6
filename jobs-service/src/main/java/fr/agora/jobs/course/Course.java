package fr.agora.jobs.course;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a skill is taught.
 *
 * @param skill its label
 * @param field under which the Campus files it, in French; absent where there is none of its own
 * @param fieldEnglish the same in English
 * @param url of the search for it; absent where none is configured
 */
public record Course(
        String skill,
        @Nullable String field,
        @Nullable String fieldEnglish,
        @Nullable String url) {

    public @Nullable String field(Locale locale) {
        return locale.getLanguage().equals("en") ? fieldEnglish : field;
    }
}
