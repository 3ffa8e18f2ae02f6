package fr.agora.projects.award.web;

import fr.agora.platform.ui.Choice;
import java.util.List;

/**
 * Where credits, links and awards of a use case are kept.
 *
 * @param words a name looked for
 * @param candidates members of that name
 * @param searched whether a name was looked for at all
 * @param mayCredit whether the reader proposes people: those who write the use case
 * @param races editions with their categories, for moderators
 */
public record PraisePage(
        String title,
        String url,
        List<PersonLink> people,
        String words,
        List<Choice> candidates,
        boolean searched,
        List<MentionLine> mentions,
        List<Choice> kinds,
        List<Choice> about,
        List<Race> awards,
        List<Choice> races,
        String today,
        boolean mayCredit,
        boolean mayAward) {

    /** An award given. */
    public record Race(String id, String label) {}
}
