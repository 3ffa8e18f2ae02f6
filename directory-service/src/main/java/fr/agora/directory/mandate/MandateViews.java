package fr.agora.directory.mandate;

import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows mandates to a reader, with the names they may see: one query for all of them. */
@Component
class MandateViews {

    private final HolderNames names;
    private final Members members;
    private final Clock clock;

    MandateViews(HolderNames names, Members members, Clock clock) {
        this.names = names;
        this.members = members;
        this.clock = clock;
    }

    MandateView one(Mandate mandate, Optional<CurrentUser> reader) {
        return all(List.of(mandate), reader).getFirst();
    }

    List<MandateView> all(List<Mandate> mandates, Optional<CurrentUser> reader) {
        Map<String, Holder> holders = names.visibleTo(members.reader(reader), mandates);
        LocalDate today = Term.today(clock);
        return mandates.stream()
                .map(mandate -> MandateView.of(mandate, holders.get(mandate.holderId()), today))
                .toList();
    }

    Slice<MandateView> page(Slice<Mandate> mandates, Optional<CurrentUser> reader) {
        return new Slice<>(all(mandates.items(), reader), mandates.next());
    }
}
