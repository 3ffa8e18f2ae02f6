package fr.agora.directory.site;

import fr.agora.directory.member.Audience;

/**
 * A profile as some kind of reader sees it.
 *
 * @param shown whether they see it at all
 */
public record PreviewPage(Audience audience, boolean shown, PersonPage person) {}
