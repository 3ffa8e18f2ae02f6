package fr.agora.directory.site;

import fr.agora.directory.mandate.ContactKey;
import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who answers for one organisation: its head, its relays, its AMDAC. */
@Component
class AnsweringHere {

    private final Mandates mandates;
    private final MandateWords words;
    private final HolderNames names;
    private final Members members;
    private final Clock clock;

    AnsweringHere(Mandates mandates, MandateWords words, HolderNames names, Members members, Clock clock) {
        this.mandates = mandates;
        this.words = words;
        this.names = names;
        this.members = members;
        this.clock = clock;
    }

    List<Answering> of(String organization, Optional<CurrentUser> reader, Page page) {
        List<Mandate> here =
                mandates.contacts(List.of(ContactKey.organization(organization)), Term.today(clock)).stream()
                        .filter(mandate -> mandate.organization().id().equals(organization))
                        .sorted(Comparator.comparing(Mandate::role).thenComparing(Mandate::id))
                        .toList();
        Map<String, Holder> holders = names.visibleTo(members.reader(reader), here);
        return here.stream()
                .map(mandate -> {
                    Holder holder = holders.get(mandate.holderId());
                    return new Answering(
                            words.role(mandate, page.locale()),
                            holder == null ? null : holder.name(),
                            holder == null ? null : holder.url(),
                            mandate.url());
                })
                .toList();
    }
}
