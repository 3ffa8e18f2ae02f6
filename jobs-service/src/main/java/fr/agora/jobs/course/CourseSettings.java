package fr.agora.jobs.course;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where courses are looked up.
 *
 * @param search address of the catalogue's search, {@code {words}} standing for what is looked for; empty: courses are
 *     named without a link
 */
@ConfigurationProperties("agora.jobs.courses")
record CourseSettings(@DefaultValue("") String search) {

    CourseSettings {
        if (!search.isBlank() && (!search.startsWith("https://") || !search.contains("{words}"))) {
            throw new IllegalArgumentException(
                    "agora.jobs.courses.search is an https address that holds {words}: " + search);
        }
    }
}
