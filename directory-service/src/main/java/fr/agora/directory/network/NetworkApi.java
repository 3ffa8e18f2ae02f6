package fr.agora.directory.network;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Networks for programs. */
@RestController
@Tag(name = "Réseaux")
class NetworkApi {

    private static final String PATH = "/api/directory/networks";

    /** @param members how many of them the reader may see */
    record View(String code, boolean byAppointment, long members, String url) {}

    /** A member as far as a list needs. */
    record Peer(String id, String displayName, @Nullable String headline, String url) {}

    private final Members members;
    private final NetworkAdmission admission;

    NetworkApi(Members members, NetworkAdmission admission) {
        this.members = members;
        this.admission = admission;
    }

    @GetMapping(PATH)
    @Operation(summary = "The networks, with the number of members the caller may see")
    List<View> list(Optional<CurrentUser> reader) {
        Reader whoReads = members.reader(reader);
        return Arrays.stream(Network.values())
                .map(network -> new View(
                        network.code(),
                        network.isByAppointment(),
                        members.countNetwork(network.code(), whoReads),
                        "/reseaux/" + network.code()))
                .toList();
    }

    @GetMapping(PATH + "/{code}/members")
    @Operation(summary = "Members of a network whom the caller may see, by name")
    Slice<Peer> members(@PathVariable String code, Optional<CurrentUser> reader, Paging paging) {
        Network network = Network.of(code).orElseThrow(ProblemException::notFound);
        return members.ofNetwork(network.code(), members.reader(reader), paging).map(NetworkApi::peer);
    }

    private static Peer peer(MemberView member) {
        return new Peer(member.id(), member.displayName(), member.headline(), "/annuaire/membres/" + member.id());
    }

    @PutMapping(PATH + "/{code}/members/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Admits somebody to a network that is not by appointment (moderators)")
    void admit(@PathVariable String code, @PathVariable String memberId, CurrentUser by) {
        admission.admit(code, memberId, by);
    }

    @DeleteMapping(PATH + "/{code}/members/{memberId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes somebody out of such a network (moderators)")
    void dismiss(@PathVariable String code, @PathVariable String memberId, CurrentUser by) {
        admission.dismiss(code, memberId, by);
    }
}
