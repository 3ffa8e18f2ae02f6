package fr.agora.jobs.offer.web;

import fr.agora.jobs.copies.Talent;
import fr.agora.jobs.copies.Talents;
import fr.agora.jobs.course.Course;
import fr.agora.jobs.course.Courses;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Courses for what a reader lacks of an offer's skills, those one cannot do without first. */
@Component
public class OfferCourses {

    private static final int MOST = 5;

    private final Courses courses;
    private final Talents talents;

    OfferCourses(Courses courses, Talents talents) {
        this.courses = courses;
        this.talents = talents;
    }

    /**
     * What to learn.
     *
     * @param known whether the reader's own skills were looked at; otherwise these are all the offer asks for
     */
    public record ToLearn(List<Course> courses, boolean known) {

        static final ToLearn NOTHING = new ToLearn(List.of(), false);
    }

    /** Nothing for visitors, and for whoever wrote the offer. */
    ToLearn of(Offer offer, Optional<CurrentUser> reader) {
        if (reader.isEmpty() || reader.filter(offer::mayBeEditedBy).isPresent()) {
            return ToLearn.NOTHING;
        }
        OfferContent content = offer.content();
        Optional<Talent> own = talents.ofAccount(reader.get().accountId());
        Set<String> has = own.stream()
                .flatMap(talent -> talent.skills().stream())
                .map(Talent.Skill::code)
                .collect(Collectors.toSet());
        List<Labelled> lacking = content.skills().stream()
                .filter(skill -> !has.contains(skill.code()))
                .sorted(Comparator.comparing(
                        (Labelled skill) -> !content.requiredSkills().contains(skill.code())))
                .toList();
        return new ToLearn(courses.teaching(lacking, MOST), own.isPresent());
    }
}
