package fr.agora.directory.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The addresses of accounts. They come in here and leave on an envelope, nowhere else. */
@Component
public class ContactAddresses {

    private static final int MOST_MODERATORS = 20;

    private final MongoTemplate store;
    private final MailStore mails;
    private final Clock clock;

    ContactAddresses(MongoTemplate store, MailStore mails, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.clock = clock;
    }

    /** Learns from an import; false where the account's own token, or an import before, has told already. */
    boolean introduce(String accountId, String address) {
        if (find(accountId).isPresent()) {
            return false;
        }
        learn(accountId, address, "fr", false);
        return true;
    }

    /** Whether it could be an address at all. */
    static boolean isAddress(String text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            parsed[0].validate();
            return parsed.length == 1 && text.equals(parsed[0].getAddress()) && text.indexOf('@') > 0;
        } catch (AddressException | ArrayIndexOutOfBoundsException no) {
            return false;
        }
    }

    /** Accounts last seen with the role of a moderator, a bounded number. */
    public List<String> moderators() {
        Query query = new Query(where("moderator").is(true))
                .with(Sort.by("_id"))
                .limit(MOST_MODERATORS)
                .cursorBatchSize(MOST_MODERATORS);
        return store.find(query, ContactAddress.class).stream()
                .map(ContactAddress::accountId)
                .toList();
    }

    void learn(String accountId, String address, String language, boolean moderator) {
        if (isAddress(address)) {
            store.save(new ContactAddress(accountId, address, language, moderator, clock.instant()));
            mails.reachable(accountId);
        }
    }

    Optional<ContactAddress> find(String accountId) {
        return Optional.ofNullable(store.findById(accountId, ContactAddress.class));
    }

    void forget(String accountId) {
        store.remove(new Query(where("_id").is(accountId)), ContactAddress.class);
    }
}
