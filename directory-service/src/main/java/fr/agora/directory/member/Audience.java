package fr.agora.directory.member;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Visibility;
import java.util.Collections;
import java.util.List;

/** How near a reader stands to a member; nearer ones see what farther ones see, and more. */
public enum Audience {
    SELF(Visibility.ME, ""),
    NETWORK(Visibility.NETWORK, "N"),
    AGENTS(Visibility.AGENTS, "A"),
    VISITORS(Visibility.PUBLIC, "P");

    private final Visibility narrowest;
    private final String mark;

    Audience(Visibility narrowest, String mark) {
        this.narrowest = narrowest;
        this.mark = mark;
    }

    static Audience of(Reader reader, Member member) {
        if (reader.user().filter(member::mayBeEditedBy).isPresent()) {
            return SELF;
        }
        if (!Collections.disjoint(reader.networks(), member.networks())) {
            return NETWORK;
        }
        return ofStrangers(reader);
    }

    static Audience ofStrangers(Reader reader) {
        return reader.user().isPresent() ? AGENTS : VISITORS;
    }

    /** Those whose searches are answered by what they may see; nobody searches for themselves. */
    static List<Audience> searching() {
        return List.of(NETWORK, AGENTS, VISITORS);
    }

    public boolean sees(Visibility visibility) {
        return visibility.compareTo(narrowest) >= 0;
    }

    /** Before the marks of a member's {@link Findability}. */
    String mark() {
        return mark;
    }
}
