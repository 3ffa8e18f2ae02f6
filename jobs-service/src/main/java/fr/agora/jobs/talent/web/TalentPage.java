package fr.agora.jobs.talent.web;

import fr.agora.jobs.course.Course;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Talents, for an offer or for chosen skills.
 *
 * @param offerTitle of the offer they are ranked for; absent in the open search
 * @param offerUrl of that offer
 * @param filters what is chosen now, in the open search
 * @param courses for the skills looked for
 * @param searched whether something was chosen to rank by
 */
public record TalentPage(
        List<TalentCard> talents,
        @Nullable String offerTitle,
        @Nullable String offerUrl,
        Form filters,
        boolean searched,
        List<Choice> skills,
        List<Choice> territories,
        List<Course> courses,
        @Nullable String next,
        @Nullable String first) {}
