package fr.agora.directory.network;

import fr.agora.directory.member.Member;
import fr.agora.directory.member.MemberNetworks;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets people into the networks that are not by appointment; only moderators may. */
@Service
public class NetworkAdmission {

    private final Members members;
    private final MemberNetworks networks;

    NetworkAdmission(Members members, MemberNetworks networks) {
        this.members = members;
        this.networks = networks;
    }

    public void admit(String code, String memberId, CurrentUser by) {
        networks.join(member(code, memberId, by).id(), code);
    }

    public void dismiss(String code, String memberId, CurrentUser by) {
        networks.leave(member(code, memberId, by).id(), code);
    }

    /** Refuses whoever lets nobody into this network. */
    public void allow(String code, CurrentUser by) {
        if (!by.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        Network network = Network.of(code).orElseThrow(ProblemException::notFound);
        if (network.isByAppointment()) {
            throw new ProblemException(NetworkProblem.BY_APPOINTMENT);
        }
    }

    private Member member(String code, String memberId, CurrentUser by) {
        allow(code, by);
        return members.find(memberId)
                .filter(found -> found.isVisibleTo(members.reader(Optional.of(by))))
                .orElseThrow(ProblemException::notFound);
    }
}
