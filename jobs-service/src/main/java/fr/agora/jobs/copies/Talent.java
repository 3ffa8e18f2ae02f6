package fr.agora.jobs.copies;

import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member who consents to be approached for a post, as the directory last told it.
 *
 * @param account never shown
 * @param hiddenFrom organisations whose recruiters never see the member
 * @param cohort of the Entrepreneurs d'intérêt général
 * @param url page of the profile
 */
public record Talent(
        String memberId,
        String account,
        String displayName,
        @Nullable String headline,
        List<String> organizations,
        List<Labelled> territories,
        List<Skill> skills,
        List<String> hiddenFrom,
        @Nullable String cohort,
        String url) {

    /**
     * A skill.
     *
     * @param level {@code NOTIONS}, {@code AUTONOMOUS}, {@code EXPERT}; absent where nothing was said
     * @param evidenced borne out by a link, an accepted credit or a confirmed reuse; otherwise claimed
     */
    public record Skill(String code, String label, @Nullable String level, boolean evidenced) {}
}
