package fr.agora.directory.member;

import java.time.Clock;
import org.springframework.stereotype.Service;

/** Lets people into networks and out again, for whoever decided it: an appointment or an admission. */
@Service
public class MemberNetworks {

    private final Members members;
    private final Clock clock;

    MemberNetworks(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** False when nothing changed; an unknown member enters nothing. */
    public boolean join(String memberId, String network) {
        return members.find(memberId)
                .filter(member -> member.join(network, clock))
                .map(members::save)
                .isPresent();
    }

    public boolean leave(String memberId, String network) {
        return members.find(memberId)
                .filter(member -> member.leave(network, clock))
                .map(members::save)
                .isPresent();
    }
}
