package fr.agora.projects.award.web;

import fr.agora.platform.ui.Tag;
import java.util.List;

/**
 * Awards, people and links on the page of a use case.
 *
 * @param mayEdit whether the reader keeps them
 */
public record PraiseOnUseCase(
        List<Tag> awards, List<PersonLink> people, List<MentionLine> mentions, boolean mayEdit, String editHref) {}
