package fr.agora.directory.site.mandate;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateAuthority;
import fr.agora.directory.mandate.MandateLife;
import fr.agora.directory.mandate.MandateRole;
import fr.agora.directory.mandate.MandateState;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.Ministry;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's mandates, an AMDAC's desk, and the one-button verbs. */
@Controller
class MandatePages {

    private static final List<MandateState> LIVING =
            List.of(MandateState.ACTIVE, MandateState.SUSPENDED, MandateState.PROPOSED);

    private final Mandates mandates;
    private final MandateLife life;
    private final MandateAuthority authority;
    private final MandateWords words;
    private final HolderNames names;
    private final Members members;
    private final Clock clock;

    MandatePages(
            Mandates mandates,
            MandateLife life,
            MandateAuthority authority,
            MandateWords words,
            HolderNames names,
            Members members,
            Clock clock) {
        this.mandates = mandates;
        this.life = life;
        this.authority = authority;
        this.words = words;
        this.names = names;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/moi/mandats")
    String desk(
            @RequestParam(name = "ministere", required = false) @Nullable String asked,
            CurrentUser user,
            Paging paging,
            Page page,
            Model model) {
        List<Ministry> ministries = authority.ministriesOf(user);
        List<Mandate> own = members.ofAccount(user.accountId())
                .map(Member::id)
                .map(mandates::ofHolder)
                .orElse(List.of());
        Slice<Mandate> given = given(ministries, asked, user, paging);
        model.addAttribute(
                "desk",
                new MandateDesk(
                        rows(own, user, page),
                        ministries,
                        user.isModerator() || !ministries.isEmpty(),
                        rows(given.items(), user, page),
                        given.next() == null ? null : page.here("cursor", given.next()),
                        paging.cursor() != null));
        return "mandate/desk";
    }

    private Slice<Mandate> given(List<Ministry> ministries, @Nullable String asked, CurrentUser user, Paging paging) {
        LocalDate today = Term.today(clock);
        if (ministries.isEmpty()) {
            return user.isModerator()
                    ? mandates.list(MandateRole.AMDAC, null, null, LIVING, today, paging)
                    : new Slice<>(List.of(), null);
        }
        String ministry = ministries.stream()
                .map(Ministry::id)
                .filter(id -> id.equals(asked))
                .findFirst()
                .orElse(ministries.getFirst().id());
        return mandates.list(null, null, ministry, LIVING, today, paging);
    }

    private List<MandateRow> rows(List<Mandate> found, CurrentUser reader, Page page) {
        Map<String, Holder> holders = names.visibleTo(members.reader(Optional.of(reader)), found);
        LocalDate today = Term.today(clock);
        return found.stream()
                .map(mandate -> new MandateRow(
                        mandate,
                        words.role(mandate, page.locale()),
                        mandate.state(today),
                        holders.get(mandate.holderId())))
                .toList();
    }

    @PostMapping("/moi/mandats/{id}/accepter")
    String accept(@PathVariable String id, CurrentUser holder) {
        life.accept(id, holder);
        return "redirect:/moi/mandats?fait=mandat-accepte";
    }

    @PostMapping("/moi/mandats/{id}/refuser")
    String refuse(@PathVariable String id, CurrentUser holder) {
        life.refuse(id, holder);
        return "redirect:/moi/mandats?fait=mandat-refuse";
    }

    @PostMapping("/moi/mandats/{id}/suspendre")
    String suspend(@PathVariable String id, CurrentUser by) {
        return "redirect:" + life.suspend(id, by).url() + "?fait=mandat-suspendu";
    }

    @PostMapping("/moi/mandats/{id}/reprendre")
    String resume(@PathVariable String id, CurrentUser by) {
        return "redirect:" + life.resume(id, by).url() + "?fait=mandat-repris";
    }

    @PostMapping("/moi/mandats/{id}/terminer")
    String end(@PathVariable String id, CurrentUser by) {
        life.end(id, null, by);
        return "redirect:/moi/mandats?fait=mandat-termine";
    }
}
