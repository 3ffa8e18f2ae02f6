package fr.agora.projects.reuse;

import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.notices.Notice.Recipient;
import fr.agora.projects.notices.Notice.Text;
import fr.agora.projects.usecase.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told what of a reuse. */
@Component
class ReuseNotices {

    private final Mandates mandates;
    private final Clock clock;

    ReuseNotices(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    void declared(Reuse reuse, UseCase useCase) {
        tell(
                reuse,
                vouching(reuse),
                "REUSE_TO_CONFIRM",
                new Text("Une réutilisation attend votre confirmation", "A reuse awaits your confirmation"),
                new Text(
                        "Un organisme de votre périmètre déclare réutiliser un cas d’usage. Vous seul pouvez le confirmer.",
                        "An organisation in your perimeter declares that it reuses a use case. Only you can confirm it."));
        tell(
                reuse,
                owners(useCase),
                "REUSE_DECLARED",
                new Text("Votre cas d’usage est repris ailleurs", "Your use case is reused elsewhere"),
                new Text(
                        "Un organisme déclare le réutiliser. Il comptera quand son relais l’aura confirmé.",
                        "An organisation declares that it reuses it. It will count once its relay has confirmed."));
    }

    void confirmed(Reuse reuse, UseCase useCase) {
        List<Recipient> both = new ArrayList<>(owners(useCase));
        reuse.declarer().map(Recipient::account).ifPresent(both::add);
        tell(
                reuse,
                both,
                "REUSE_CONFIRMED",
                new Text("Une réutilisation est confirmée", "A reuse is confirmed"),
                new Text("Elle compte désormais, pour douze mois.", "It now counts, for twelve months."));
    }

    void toReconfirm(Reuse reuse) {
        List<Recipient> asked = new ArrayList<>(vouching(reuse));
        reuse.declarer().map(Recipient::account).ifPresent(asked::add);
        tell(
                reuse,
                asked,
                "REUSE_TO_RECONFIRM",
                new Text("Une réutilisation est à reconfirmer", "A reuse is to be confirmed again"),
                new Text(
                        "Elle a été confirmée il y a un an. Sans réponse sous trois mois, elle expire.",
                        "It was confirmed a year ago. Without an answer within three months it expires."));
    }

    void expired(Reuse reuse) {
        tell(
                reuse,
                reuse.declarer().map(Recipient::account).map(List::of).orElse(List.of()),
                "REUSE_EXPIRED",
                new Text("Une réutilisation a expiré", "A reuse has expired"),
                new Text(
                        "Personne ne l’a reconfirmée. Déclarez-la à nouveau si elle dure encore.",
                        "Nobody confirmed it again. Declare it anew if it still goes on."));
    }

    void contested(Reuse reuse) {
        tell(
                reuse,
                reuse.declarer().map(Recipient::account).map(List::of).orElse(List.of()),
                "REUSE_CONTESTED",
                new Text("Votre réutilisation est contestée", "Your reuse is contested"),
                new Text(
                        "Ceux qui portent le cas d’usage disent pourquoi. Un modérateur tranchera.",
                        "Those who carry the use case say why. A moderator will settle it."));
    }

    void settled(Reuse reuse, UseCase useCase) {
        List<Recipient> both = new ArrayList<>(owners(useCase));
        reuse.declarer().map(Recipient::account).ifPresent(both::add);
        tell(
                reuse,
                both,
                "REUSE_SETTLED",
                new Text("Une contestation est tranchée", "A contested reuse is settled"),
                new Text("Lisez la décision sur la page.", "Read the decision on the page."));
    }

    private List<Recipient> vouching(Reuse reuse) {
        return Recipient.mandatesOr(mandates.vouchingMandates(reuse.organizationId()), reuse.organizationId());
    }

    private static List<Recipient> owners(UseCase useCase) {
        return useCase.author()
                .map(Recipient::account)
                .map(List::of)
                .orElseGet(() -> useCase.content().organizationIds().stream()
                        .limit(1)
                        .map(Recipient::organization)
                        .toList());
    }

    private void tell(Reuse reuse, List<Recipient> recipients, String kind, Text title, Text text) {
        if (!recipients.isEmpty()) {
            reuse.notify(Notice.of(recipients, kind, title, text, reuse.url()), clock);
        }
    }
}
