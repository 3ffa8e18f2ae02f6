package fr.agora.directory.site.network;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.directory.network.AppointmentFeed;
import fr.agora.directory.network.Network;
import fr.agora.directory.network.NetworkAdmission;
import fr.agora.directory.site.mandate.TypedPerson;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The networks and who is in them. */
@Controller
class NetworkPages {

    private static final int LATEST = 8;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Members members;
    private final Mandates mandates;
    private final MandateWords words;
    private final NetworkAdmission admission;
    private final AppointmentFeed feed;
    private final TypedPerson people;
    private final Clock clock;

    NetworkPages(
            Members members,
            Mandates mandates,
            MandateWords words,
            NetworkAdmission admission,
            AppointmentFeed feed,
            TypedPerson people,
            Clock clock) {
        this.members = members;
        this.mandates = mandates;
        this.words = words;
        this.admission = admission;
        this.feed = feed;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/reseaux")
    String all(Optional<CurrentUser> reader, Model model) {
        Reader whoReads = members.reader(reader);
        model.addAttribute(
                "networks",
                Arrays.stream(Network.values())
                        .map(network -> new NetworkCard(network, members.countNetwork(network.code(), whoReads)))
                        .toList());
        return "network/all";
    }

    @GetMapping("/reseaux/{code}")
    String one(@PathVariable String code, Optional<CurrentUser> reader, Paging paging, Page page, Model model) {
        return show(code, Form.blank(), reader, paging, page, model);
    }

    private String show(String code, Form form, Optional<CurrentUser> reader, Paging paging, Page page, Model model) {
        Network network = Network.of(code).orElseThrow(ProblemException::notFound);
        model.addAttribute("form", form);
        Slice<MemberView> found = members.ofNetwork(code, members.reader(reader), paging);
        List<NetworkPage.Appointment> appointments = network.isByAppointment()
                ? mandates.appointments(network.roles(), Term.today(clock), Paging.first(LATEST)).items().stream()
                        .map(mandate -> new NetworkPage.Appointment(mandate, words.role(mandate, page.locale())))
                        .toList()
                : List.of();
        model.addAttribute(
                "network",
                new NetworkPage(
                        network,
                        found.items(),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        paging.cursor() != null,
                        appointments,
                        !network.isByAppointment()
                                && reader.filter(CurrentUser::isModerator).isPresent()));
        return "network/network";
    }

    @GetMapping("/reseaux/{code}/nominations.atom")
    ResponseEntity<byte[]> feed(@PathVariable String code, Page page) {
        Network network = Network.of(code).filter(Network::isByAppointment).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(feed.of(network, page.locale()).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/reseaux/{code}/admettre")
    String admit(
            @PathVariable String code,
            @RequestParam(name = "person", defaultValue = "") String typed,
            CurrentUser by,
            Page page,
            Model model,
            HttpServletResponse response) {
        admission.allow(code, by);
        Form form = Form.of(Map.of("person", typed));
        String memberId = people.id(typed, null, by, form, page);
        if (form.hasErrors()) {
            response.setStatus(422);
            return show(code, form, Optional.of(by), Paging.first(Paging.DEFAULT), page, model);
        }
        admission.admit(code, memberId, by);
        return "redirect:/reseaux/" + code + "?fait=reseau-admis";
    }

    @PostMapping("/reseaux/{code}/retirer")
    String dismiss(@PathVariable String code, @RequestParam("membre") String memberId, CurrentUser by) {
        admission.dismiss(code, memberId, by);
        return "redirect:/reseaux/" + code + "?fait=reseau-retire";
    }
}
