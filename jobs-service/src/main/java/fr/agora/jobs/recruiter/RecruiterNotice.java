package fr.agora.jobs.recruiter;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.text.OpaqueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code agora.jobs.notice-requested.v1}: it names nobody and quotes nothing. */
record RecruiterNotice(String id, List<Recipient> recipients, String kind, Text title, Text text, String url) {

    static final FactType REQUESTED = new FactType("agora.jobs.notice-requested.v1");

    record Recipient(@Nullable String accountId, @Nullable String organizationId) {}

    record Text(String fr, String en) {}

    /** For whoever answers for the organisation. */
    static RecruiterNotice requested(String organization) {
        return new RecruiterNotice(
                OpaqueId.next("nt"),
                List.of(new Recipient(null, organization)),
                "RECRUITER_MANDATE_REQUESTED",
                new Text("Un mandat de recruteur est demandé", "A recruiter mandate is asked for"),
                new Text(
                        "Une personne de votre périmètre demande à publier des offres. Accordez ou refusez sa demande.",
                        "Somebody of your perimeter asks to publish offers. Grant or refuse the request."),
                "/recrutement/mandats");
    }

    /** For whoever asked. */
    static RecruiterNotice decided(String account, RecruiterMandateState state) {
        return new RecruiterNotice(
                OpaqueId.next("nt"),
                List.of(new Recipient(account, null)),
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
