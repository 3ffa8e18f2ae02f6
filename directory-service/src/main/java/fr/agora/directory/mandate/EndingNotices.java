package fr.agora.directory.mandate;

import fr.agora.directory.notice.Notice;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the holder and the ministry's AMDAC that a mandate nears its end, is over, or is no longer shown. */
@Component
class EndingNotices {

    private final Notices notices;
    private final Mandates mandates;
    private final MandateWords words;
    private final Clock clock;

    EndingNotices(Notices notices, Mandates mandates, MandateWords words, Clock clock) {
        this.notices = notices;
        this.mandates = mandates;
        this.words = words;
        this.clock = clock;
    }

    void ending(Mandate mandate, int daysBefore) {
        LocalDate end = Objects.requireNonNull(mandate.term().end());
        tell(
                mandate,
                "ending-" + daysBefore + "-" + end,
                "MANDATE_ENDING",
                both(mandate),
                new Bilingual(
                        "Un mandat se termine le " + day(end, Locale.FRENCH),
                        "A mandate ends on " + day(end, Locale.ENGLISH)),
                new Bilingual(
                        "Le mandat « " + words.named(mandate, Locale.FRENCH) + " » se termine le "
                                + day(end, Locale.FRENCH)
                                + ". Il est temps de le prolonger ou de préparer la passation.",
                        "The mandate “" + words.named(mandate, Locale.ENGLISH) + "” ends on "
                                + day(end, Locale.ENGLISH)
                                + ". It is time to prolong it or to prepare its handing over."));
    }

    void over(Mandate mandate) {
        tell(
                mandate,
                "over-" + mandate.term().lastDay(),
                "MANDATE_OVER",
                both(mandate),
                new Bilingual("Un mandat a pris fin : qui prend la suite ?", "A mandate is over: who takes over?"),
                new Bilingual(
                        "Le mandat « " + words.named(mandate, Locale.FRENCH)
                                + " » a pris fin : il n’est plus proposé comme contact. Proposez une personne pour prendre la suite.",
                        "The mandate “" + words.named(mandate, Locale.ENGLISH)
                                + "” is over: it is no longer offered as a contact. Propose somebody to take over."));
    }

    void stale(Mandate mandate) {
        tell(
                mandate,
                "stale-" + Term.today(clock),
                "MANDATE_STALE",
                amdacs(mandate),
                new Bilingual("Un contact données n’est plus proposé", "A data contact is no longer offered"),
                new Bilingual(
                        "Le profil du titulaire du mandat « " + words.named(mandate, Locale.FRENCH)
                                + " » n’a pas été confirmé depuis dix-huit mois : il n’est plus proposé comme contact.",
                        "The profile of the holder of the mandate “" + words.named(mandate, Locale.ENGLISH)
                                + "” has not been confirmed for eighteen months: it is no longer offered as a contact."));
    }

    /** A delegation to accept or refuse. */
    void proposed(Mandate mandate) {
        tell(
                mandate,
                "proposed",
                "MANDATE_PROPOSED",
                List.of(mandate.holderId()),
                new Bilingual("Une délégation vous est proposée", "You are offered a delegation"),
                new Bilingual(
                        "Le mandat « " + words.named(mandate, Locale.FRENCH)
                                + " » attend votre réponse : vous pouvez l’accepter ou le refuser.",
                        "The mandate “" + words.named(mandate, Locale.ENGLISH)
                                + "” awaits your answer: you may accept or refuse it."));
    }

    private void tell(
            Mandate mandate, String what, String kind, List<String> recipients, Bilingual title, Bilingual text) {
        List<String> known =
                recipients.stream().filter(id -> !id.isEmpty()).distinct().toList();
        if (!known.isEmpty()) {
            notices.tell(new Notice("mandate-" + mandate.id() + "-" + what, known, kind, title, text, "/moi/mandats"));
        }
    }

    private List<String> both(Mandate mandate) {
        return Stream.concat(Stream.of(mandate.holderId()), amdacs(mandate).stream())
                .toList();
    }

    private List<String> amdacs(Mandate mandate) {
        if (mandate.role().isInterministerial()) {
            return List.of();
        }
        List<String> keys = mandate.ministries().stream()
                .map(ministry -> ContactKey.amdac(ministry.id()))
                .toList();
        return mandates.contacts(keys, Term.today(clock)).stream()
                .filter(each -> each.role() == MandateRole.AMDAC)
                .map(Mandate::holderId)
                .toList();
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
