package fr.agora.directory.member;

import org.jspecify.annotations.Nullable;

/**
 * What somebody needs from a peer.
 *
 * @param skill a code, a label or an alias
 * @param topic words of what is offered or sought
 * @param territory a code such as {@code REG-84}
 * @param words of the name, the headline or the organisation
 */
public record PeerQuery(
        @Nullable String skill,
        @Nullable String topic,
        @Nullable String territory,
        @Nullable String words) {

    private static final int LONGEST = 200;

    public PeerQuery {
        skill = tidy(skill);
        topic = tidy(topic);
        territory = tidy(territory);
        words = tidy(words);
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    public boolean isEmpty() {
        return skill == null && topic == null && territory == null && words == null;
    }
}
