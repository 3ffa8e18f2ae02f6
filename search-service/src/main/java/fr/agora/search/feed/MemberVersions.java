package fr.agora.search.feed;

import fr.agora.search.catalogue.Audience;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A profile whose fields open to different readers is indexed once for each of them, so that every query sees either
 * the one or the other and no count, mark or suggestion can tell of the rest.
 */
final class MemberVersions {

    private static final String AGENTS = "agents";
    private static final String NETWORK = "network";

    /** All are written each time, the absent ones as tombstones: facts arrive in any order. */
    static final List<String> ALL = List.of("", AGENTS, NETWORK);

    private MemberVersions() {}

    static List<Change> of(MemberView told, String subject, long revision) {
        // a part cannot be wider than the profile it belongs to
        var narrow = told.visibility().equals("NETWORK") || told.visibility().equals("ME");
        var member = narrow ? told.including("AGENTS").including("NETWORK").unrestricted() : told;
        var networks = member.networks() == null ? List.<String>of() : member.networks();
        var whole = Audience.of(member.visibility(), networks, member.accountId());
        var agents = fuller(member, "AGENTS", networks);
        var peers = fuller(member, "NETWORK", networks);
        var changes = new ArrayList<Change>();
        changes.add(FactReader.change(
                member, whole.without(agents.readers()).without(peers.readers()), "", subject, revision));
        changes.add(
                version(member.including("AGENTS"), agents.without(peers.readers()), whole, AGENTS, subject, revision));
        changes.add(version(member.including("AGENTS").including("NETWORK"), peers, whole, NETWORK, subject, revision));
        return changes;
    }

    /** Nobody where the profile has no part for them only. */
    private static Audience fuller(MemberView member, String visibility, List<String> networks) {
        return member.restrictedTo(visibility)
                ? Audience.of(visibility, networks, member.accountId())
                : Audience.of("ME", List.of(), null);
    }

    private static Change version(
            MemberView member, Audience audience, Audience whole, String version, String subject, long revision) {
        return whole.isNobody()
                ? new Change.Withdrawal(Kind.MEMBER, subject, version, revision)
                : FactReader.change(member, audience, version, subject, revision);
    }
}
