package fr.agora.directory.message;

import fr.agora.directory.contact.ContactFinder;
import fr.agora.directory.contact.ContactPoint;
import fr.agora.directory.contact.ContactQuestion;
import fr.agora.directory.mandate.ContactKey;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateRole;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.directory.member.MemberAccounts;
import fr.agora.directory.notice.Reach;
import fr.agora.directory.notice.Recipient;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reaches whoever answers for a contact point: its holder, else the ministry's AMDAC, else the AGD. */
@Component
class ContactReach implements Reach {

    private final Mandates mandates;
    private final ContactFinder finder;
    private final MemberAccounts accounts;
    private final Clock clock;

    ContactReach(Mandates mandates, ContactFinder finder, MemberAccounts accounts, Clock clock) {
        this.mandates = mandates;
        this.finder = finder;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Somebody who can log in: a holder who never did would not read what is sent. */
    Optional<String> behind(Mandate mandate) {
        return account(mandate)
                .or(() -> above(mandate)
                        .map(this::account)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> account(Mandate mandate) {
        return mandate.holderId().isEmpty() ? Optional.empty() : accounts.behind(mandate.holderId());
    }

    private Stream<Mandate> above(Mandate mandate) {
        LocalDate today = Term.today(clock);
        List<String> keys = new ArrayList<>();
        mandate.ministries().forEach(ministry -> keys.add(ContactKey.amdac(ministry.id())));
        keys.add(ContactKey.agd());
        return mandates.contacts(keys, today).stream()
                .sorted(Comparator.comparing((Mandate each) -> each.role() == MandateRole.AGD)
                        .thenComparing(Mandate::role)
                        .thenComparing(Mandate::id));
    }

    @Override
    public Set<String> accounts(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfMandate(String id) ->
                mandates.find(id).flatMap(this::behind).map(Set::of).orElse(Set.of());
            case Recipient.OfOrganization(String id) -> first(id).map(Set::of).orElse(Set.of());
            case Recipient.OfAccount account -> Set.of();
            case Recipient.OfMember member -> Set.of();
            case Recipient.Moderators moderators -> Set.of();
        };
    }

    /** The first of the chain who can log in. */
    private Optional<String> first(String organization) {
        try {
            return finder.find(new ContactQuestion(organization, null, null, null), Optional.empty()).items().stream()
                    .map(ContactPoint::id)
                    .filter(Objects::nonNull)
                    .map(mandates::find)
                    .flatMap(Optional::stream)
                    .map(this::account)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (ProblemException unknownOrganization) {
            return Optional.empty();
        }
    }
}
