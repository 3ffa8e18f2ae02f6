package fr.agora.jobs.course;

import fr.agora.jobs.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The courses of the Campus du numérique public, by skill. */
@Component
public class Courses {

    private static final String FILE = "fields.csv";

    private final CourseSettings settings;
    private final Map<String, Field> fields;

    private record Field(String french, String english) {}

    Courses(CourseSettings settings) {
        this.settings = settings;
        this.fields = read();
    }

    /** For at most so many of the skills, in their order; a word of nobody's vocabulary is taught nowhere we know. */
    public List<Course> teaching(Collection<Labelled> skills, int most) {
        return skills.stream()
                .filter(skill -> Vocabularies.SKILLS.find(skill.code()).isPresent())
                .limit(most)
                .map(this::course)
                .toList();
    }

    private Course course(Labelled skill) {
        @Nullable
        Field field =
                Vocabularies.SKILLS.category(skill.code()).map(fields::get).orElse(null);
        return new Course(
                skill.label(),
                field == null ? null : field.french(),
                field == null ? null : field.english(),
                settings.search().isBlank()
                        ? null
                        : settings.search()
                                .replace("{words}", URLEncoder.encode(skill.label(), StandardCharsets.UTF_8)));
    }

    private static Map<String, Field> read() {
        Map<String, Field> fields = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Courses.class.getResourceAsStream(FILE))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("category;") && !line.isBlank())
                    .map(line -> line.split(";"))
                    .forEach(cells -> fields.put(cells[0], new Field(cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(fields);
    }
}
