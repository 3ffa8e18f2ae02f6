package fr.agora.directory.notice;

import fr.agora.directory.mail.ContactAddresses;
import fr.agora.directory.mail.Letter;
import fr.agora.directory.mail.Letter.Words;
import fr.agora.directory.mail.Mails;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Topic.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts each notice into the inboxes of those it concerns, once, and posts a letter to those who want one. */
@Component
class StoredNotices implements Notices {

    private final Inbox inbox;
    private final PreferenceStore preferences;
    private final Mails mails;
    private final ContactAddresses addresses;
    private final ObjectProvider<Reach> reaches;
    private final Clock clock;

    StoredNotices(
            Inbox inbox,
            PreferenceStore preferences,
            Mails mails,
            ContactAddresses addresses,
            ObjectProvider<Reach> reaches,
            Clock clock) {
        this.inbox = inbox;
        this.preferences = preferences;
        this.mails = mails;
        this.addresses = addresses;
        this.reaches = reaches;
        this.clock = clock;
    }

    @Override
    public void tell(Notice notice) {
        List<Recipient> members = notice.recipients().stream()
                .<Recipient>map(Recipient.OfMember::new)
                .toList();
        tell(new Happening(
                notice.id(), members, Topic.ofKind(notice.kind()), notice.title(), notice.text(), null, notice.url()));
    }

    @Override
    public void tell(Happening happening) {
        Set<String> accounts = new LinkedHashSet<>();
        happening.recipients().forEach(recipient -> accounts.addAll(accounts(recipient)));
        accounts.forEach(account -> tell(happening, account));
    }

    private Set<String> accounts(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfAccount(String account) -> Set.of(account);
            case Recipient.Moderators() -> moderators();
            case Recipient.OfMember member -> behind(member);
            case Recipient.OfMandate mandate -> behind(mandate);
            case Recipient.OfOrganization organization -> {
                Set<String> found = behind(organization);
                // somebody must hear of it, even where nobody answers for the organisation yet
                yield found.isEmpty() ? moderators() : found;
            }
        };
    }

    private Set<String> behind(Recipient recipient) {
        Set<String> found = new LinkedHashSet<>();
        reaches.orderedStream().forEach(reach -> found.addAll(reach.accounts(recipient)));
        return found;
    }

    private Set<String> moderators() {
        return new LinkedHashSet<>(addresses.moderators());
    }

    private void tell(Happening happening, String account) {
        Preferences chosen = preferences.of(account);
        Rhythm rhythm = chosen.rhythm(happening.topic());
        String id = UUID.nameUUIDFromBytes((happening.id() + "\n" + account).getBytes(StandardCharsets.UTF_8))
                .toString();
        Instant now = clock.instant();
        inbox.keep(new InboxNotice(
                id,
                account,
                happening.topic(),
                happening.title(),
                happening.text(),
                happening.url(),
                now,
                true,
                DigestTimes.next(rhythm, now)));
        if (rhythm == Rhythm.AT_ONCE) {
            // posted again after a crash in between: the letter's id is the notice's
            mails.post(letter(id, happening, account, chosen));
        }
    }

    private static Letter letter(String id, Happening happening, String account, Preferences chosen) {
        Bilingual title = happening.title();
        @Nullable Bilingual text = happening.text();
        Words words = new Words(title.fr(), title.en());
        return new Letter(
                id,
                account,
                words,
                text == null || text.fr().isBlank() ? List.of(words) : List.of(words, new Words(text.fr(), text.en())),
                happening.quoted(),
                new Words("Ouvrir la page", "Open the page"),
                happening.url(),
                happening.topic().isOptional() ? Unsubscribing.path(chosen, happening.topic()) : null);
    }
}
