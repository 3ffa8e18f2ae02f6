package fr.agora.directory.neighbours;

import fr.agora.directory.notice.Happening;
import fr.agora.directory.notice.Notice.Bilingual;
import fr.agora.directory.notice.Recipient;
import fr.agora.directory.notice.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A notice another service asks for. */
record RequestedNotice(
        String id,
        List<Whom> recipients,
        Bilingual title,
        @Nullable Bilingual text,
        String url) {

    /** One of them is there. */
    record Whom(
            @Nullable String accountId,
            @Nullable String memberId,
            @Nullable String mandateId,
            @Nullable String organizationId) {

        Stream<Recipient> recipient() {
            return Stream.of(
                            Optional.ofNullable(accountId).<Recipient>map(Recipient.OfAccount::new),
                            Optional.ofNullable(memberId).<Recipient>map(Recipient.OfMember::new),
                            Optional.ofNullable(mandateId).<Recipient>map(Recipient.OfMandate::new),
                            Optional.ofNullable(organizationId).<Recipient>map(Recipient.OfOrganization::new))
                    .flatMap(Optional::stream)
                    .limit(1);
        }
    }

    Happening happening(String owner, Topic topic) {
        return new Happening(
                owner + ":" + id, recipients.stream().flatMap(Whom::recipient).toList(), topic, title, text, null, url);
    }
}
