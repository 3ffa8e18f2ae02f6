package fr.agora.jobs.recruiter;

import fr.agora.jobs.notices.Notice;
import fr.agora.jobs.notices.Notice.Recipient;
import fr.agora.jobs.notices.Notice.Text;
import java.util.List;

/** What people are told of a recruiter mandate: it names nobody and quotes nothing. */
final class RecruiterNotices {

    private RecruiterNotices() {}

    /** For whoever answers for the organisation. */
    static Notice requested(String organization) {
        return Notice.of(
                List.of(Recipient.organization(organization)),
                "RECRUITER_MANDATE_REQUESTED",
                new Text("Un mandat de recruteur est demandé", "A recruiter mandate is asked for"),
                new Text(
                        "Une personne de votre périmètre demande à publier des offres. Accordez ou refusez sa demande.",
                        "Somebody of your perimeter asks to publish offers. Grant or refuse the request."),
                "/recrutement/mandats");
    }

    /** For whoever asked. */
    static Notice decided(String account, RecruiterMandateState state) {
        return Notice.of(
                List.of(Recipient.account(account)),
                "RECRUITER_MANDATE_DECIDED",
                title(state),
                new Text("Le motif est sur la page du mandat.", "The reason is on the page of the mandate."),
                "/recrutement/mandat");
    }

    private static Text title(RecruiterMandateState state) {
        return switch (state) {
            case REQUESTED -> new Text("Votre demande de mandat est reçue", "Your request for a mandate has arrived");
            case GRANTED -> new Text("Votre mandat est accordé", "Your mandate is granted");
            case REFUSED -> new Text("Votre demande de mandat est refusée", "Your request for a mandate is refused");
            case WITHDRAWN -> new Text("Votre mandat est retiré", "Your mandate is withdrawn");
            case EXPIRED -> new Text("Votre mandat est arrivé à son terme", "Your mandate has come to its end");
        };
    }
}
