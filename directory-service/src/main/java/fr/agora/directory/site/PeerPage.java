package fr.agora.directory.site;

import fr.agora.directory.member.Peer;
import fr.agora.directory.member.PeerQuery;
import fr.agora.directory.member.Peers;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of peers, with what was asked for.
 *
 * @param skill as the vocabulary says it, empty when none was asked
 */
public record PeerPage(
        Peers found,
        String skill,
        String topic,
        String territory,
        String words,
        boolean asked,
        List<Choice> territories,
        List<Choice> skills,
        @Nullable String next,
        boolean further) {

    static PeerPage of(Peers found, PeerQuery query, Paging paging, Vocabularies vocabularies, Page page) {
        return new PeerPage(
                found,
                query.skill() == null
                        ? ""
                        : vocabularies.skills().named(query.skill()).label(),
                orEmpty(query.topic()),
                orEmpty(query.territory()),
                orEmpty(query.words()),
                !query.isEmpty(),
                vocabularies.territories().all().stream()
                        .filter(entry -> !entry.code().startsWith("COM-"))
                        .map(entry -> Choice.of(entry.code(), entry.label()))
                        .toList(),
                vocabularies.skills().all().stream()
                        .map(entry -> Choice.of(entry.code(), entry.label()))
                        .toList(),
                found.next() == null ? null : page.here("cursor", found.next()),
                paging.cursor() != null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether this one comes nearer by less than the one before: a heading says so. */
    public boolean beginsMatch(int index) {
        List<Peer> items = found.items();
        return asked
                && (index == 0
                        ? !further
                        : items.get(index).match() != items.get(index - 1).match());
    }
}
