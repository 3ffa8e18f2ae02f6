package fr.agora.directory.moderation;

import fr.agora.directory.notice.Happening;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Notices;
import fr.agora.directory.notice.Recipient;
import fr.agora.directory.notice.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells moderators what waits, authors what was decided and why, reporters what became of it. */
@Component
class CaseNotices {

    private final Notices notices;

    CaseNotices(Notices notices) {
        this.notices = notices;
    }

    void tellModerators(ModerationCase waiting) {
        boolean contested = waiting.isContested();
        notices.tell(new Happening(
                waiting.id() + (contested ? "-contested" : "-opened"),
                List.of(new Recipient.Moderators()),
                Topic.ACCOUNT,
                contested
                        ? new Bilingual(
                                "Une décision de modération est contestée", "A moderation decision is contested")
                        : new Bilingual("Un contenu a été signalé", "Some content was reported"),
                null,
                null,
                "/moderation/" + waiting.id()));
    }

    void tellOutcome(ModerationCase decided) {
        ModerationCase.Step last = decided.steps().getLast();
        String id = decided.id() + "-" + decided.steps().size();
        String author = decided.author();
        Decision decision = last.decision();
        if (author != null && decision != Decision.KEPT) {
            notices.tell(new Happening(
                    id + "-author",
                    List.of(new Recipient.OfAccount(author)),
                    Topic.ACCOUNT,
                    toAuthor(decision),
                    motive(last.motive()),
                    null,
                    "/moderation/decisions/" + decided.id()));
        }
        Stream<Recipient> reporters = decided.reports().stream()
                .map(ModerationCase.Report::by)
                .filter(account -> !account.isEmpty())
                .distinct()
                .map(Recipient.OfAccount::new);
        if (decision != Decision.UPHELD) {
            notices.tell(new Happening(
                    id + "-reporters",
                    reporters.toList(),
                    Topic.ACCOUNT,
                    new Bilingual("Votre signalement a été examiné", "Your report was looked at"),
                    toReporters(decision),
                    null,
                    "/messages/avis"));
        }
    }

    private static @Nullable Bilingual motive(@Nullable String motive) {
        return motive == null ? null : new Bilingual("Motif : " + motive, "Reason: " + motive);
    }

    private static Bilingual toAuthor(Decision decision) {
        return switch (decision) {
            case HIDDEN ->
                new Bilingual(
                        "La modération a retiré un contenu que vous avez publié",
                        "Moderation has taken down content you published");
            case TO_MEND ->
                new Bilingual(
                        "La modération vous demande de corriger un contenu",
                        "Moderation asks you to mend some content");
            case UPHELD ->
                new Bilingual(
                        "Après votre contestation, la décision est maintenue",
                        "After your objection, the decision is upheld");
            case REVERSED, KEPT ->
                new Bilingual("La modération est revenue sur sa décision", "Moderation has reversed its decision");
        };
    }

    private static Bilingual toReporters(Decision decision) {
        return switch (decision) {
            case HIDDEN -> new Bilingual("Le contenu a été retiré.", "The content was taken down.");
            case TO_MEND ->
                new Bilingual(
                        "La personne qui l’a publié est invitée à le corriger.",
                        "Whoever published it is asked to mend it.");
            case KEPT, UPHELD ->
                new Bilingual(
                        "Les modérateurs ont choisi de le laisser en ligne.",
                        "The moderators chose to leave it online.");
            case REVERSED ->
                new Bilingual(
                        "Après un second examen, le contenu reste en ligne.",
                        "After a second look, the content stays online.");
        };
    }
}
