package fr.agora.projects.award.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.award.Mention;
import java.util.List;

/**
 * A link in a list.
 *
 * @param about people it speaks of, as far as the reader may be shown their names
 */
public record MentionLine(
        String id, String kind, String title, String source, String day, String href, List<PersonLink> about) {

    static MentionLine of(Mention mention, List<PersonLink> credited, Page page) {
        return new MentionLine(
                mention.id(),
                page.t("mention.kind." + mention.kind()),
                mention.title(),
                mention.source(),
                page.date(mention.publishedOn()),
                mention.link(),
                credited.stream()
                        .filter(each -> mention.members().contains(each.member()))
                        .toList());
    }
}
