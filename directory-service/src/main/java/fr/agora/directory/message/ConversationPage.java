package fr.agora.directory.message;

import fr.agora.directory.member.MemberView;
import fr.agora.platform.ui.Choice;
import java.util.Arrays;
import java.util.List;

/**
 * A conversation and what its reader may do.
 *
 * @param side whether the reader is on one of its sides; a moderator need not be
 * @param managers those it may be passed on to
 */
public record ConversationPage(ConversationView conversation, boolean side, List<MemberView> managers) {

    public List<Choice> choices() {
        return managers.stream()
                .map(member -> Choice.of(
                        member.id(),
                        member.headline() == null
                                ? member.displayName()
                                : member.displayName() + ", " + member.headline()))
                .toList();
    }

    /** The paragraphs of a text, each as its lines. */
    public static List<List<String>> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.lines().toList())
                .filter(lines -> !lines.isEmpty())
                .toList();
    }
}
