package fr.agora.projects.support;

import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.notices.Notice.Recipient;
import fr.agora.projects.notices.Notice.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is told of what in a file of support; never what was written in it. */
@Component
class SupportNotices {

    private static final Text OPEN_IT =
            new Text("Ouvrez le dossier pour en savoir plus.", "Open the file to know more.");

    private final Mandates mandates;
    private final SupportSettings settings;

    SupportNotices(Mandates mandates, SupportSettings settings) {
        this.mandates = mandates;
        this.settings = settings;
    }

    /** The organisation's data officer always, Etalab's desk, and where the RSSI sits for a security need. */
    List<Notice> opened(SupportRequest request) {
        List<Notice> notices = new ArrayList<>();
        notices.add(Notice.of(
                Recipient.mandatesOr(mandates.amdacMandates(request.organizationId()), request.organizationId()),
                "SUPPORT_OPENED",
                new Text(
                        "Un dossier d’accompagnement s’ouvre dans votre périmètre",
                        "A support file opens in your perimeter"),
                OPEN_IT,
                request.url()));
        if (request.origin() == SupportOrigin.REQUEST && settings.desk() != null) {
            notices.add(Notice.of(
                    List.of(Recipient.organization(settings.desk())),
                    "SUPPORT_OPENED",
                    new Text("Une demande d’appui vient d’arriver", "A support request has arrived"),
                    OPEN_IT,
                    request.url()));
        }
        if (request.needs().contains(SupportNeed.SECURITY) && settings.security() != null) {
            notices.add(Notice.of(
                    List.of(Recipient.organization(settings.security())),
                    "SUPPORT_SECURITY",
                    new Text("Un besoin de sécurité attend le RSSI", "A security need awaits the RSSI"),
                    OPEN_IT,
                    request.url()));
        }
        return notices;
    }

    Optional<Notice> written(SupportRequest request, String by) {
        return toTheOthers(
                request,
                by,
                "SUPPORT_WRITTEN",
                new Text(
                        "Un message vous attend dans un dossier d’accompagnement",
                        "A message awaits you in a support file"));
    }

    Optional<Notice> moved(SupportRequest request) {
        return toTheOthers(
                request,
                "",
                "SUPPORT_MOVED",
                new Text("Votre dossier d’accompagnement a avancé", "Your support file has moved on"));
    }

    private static Optional<Notice> toTheOthers(SupportRequest request, String by, String kind, Text title) {
        Set<String> accounts = new LinkedHashSet<>();
        if (request.account() != null) {
            accounts.add(request.account());
        }
        request.thread().forEach(entry -> {
            if (entry.account() != null) {
                accounts.add(entry.account());
            }
        });
        accounts.remove(by);
        return accounts.isEmpty()
                ? Optional.empty()
                : Optional.of(Notice.of(
                        accounts.stream().map(Recipient::account).toList(), kind, title, OPEN_IT, request.url()));
    }
}
